story     The provider's fault between two absences: the row is broken, nobody is alarmed
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records did not attend, unexcused, next Fri 19 Jun 14:00
Fri 19 Jun 15:10   caseworker    records attended but no session logistics, next Tue 23 Jun 14:00
                   then          no task absence/*
Tue 23 Jun 15:10   caseworker    records did not attend, unexcused, next Fri 26 Jun 14:00
                   then          no task absence/*

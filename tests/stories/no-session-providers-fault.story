story     The room was locked: the provider owes the session, and it is never forfeited
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended but no session logistics
                   then          task rebook/session-1/1; sessions 0 of 5; no task absence/*
                   caseworker    forfeits session-1 because the room was locked
                   then          refused providers-fault
Wed 17 Jun 10:00   caseworker    books Fri 19 Jun 14:00
Fri 19 Jun 15:10   caseworker    records attended
                   then          sessions 1 of 5

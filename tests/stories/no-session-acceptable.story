story     She came and was too ill to go on: nobody's fault, and owed again
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended but no session acceptable
                   then          task rebook/session-1/1; sessions 0 of 5; minutes 0; no task absence/*
Tue 23 Jun 10:00   caseworker    books Wed 24 Jun 14:00
Wed 24 Jun 15:10   caseworker    records attended but no session acceptable, next Thu 25 Jun 14:00
                   then          no task absence/*; date session-1

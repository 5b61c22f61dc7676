story     Late, and it counts: the reason is kept, the minutes are those that were left
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records late because the bus was late, 40 minutes, next Tue 23 Jun 14:00
                   then          sessions 1 of 5; minutes 40; no task rebook/*; no task absence/*; date session-2

story     No two meetings at one time; one straight after the other will do
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    caseworker    books Tue 16 Jun 14:59
                   then          refused clash
                   caseworker    books Tue 16 Jun 13:30
                   then          refused clash
                   caseworker    books Tue 16 Jun 15:00
                   then          date session-2

story     Two more sessions than the norm: not without a reason
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records attended
                   caseworker    submits the plan, 7 sessions, first session Tue 30 Jun 14:00
                   then          refused dose-needs-reason; sessions 2 of 5
                   caseworker    submits the plan, 7 sessions because he asked for help with his brother, first session Tue 30 Jun 14:00
                   then          sessions 2 of 7; letter plan-copy/2; date session-3

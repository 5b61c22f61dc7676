story     She came drunk: no session, told to the practitioner the same day
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 14:20   caseworker    records attended but no session unacceptable, poor conduct, next Fri 19 Jun 14:00
                   then          task conduct/session-1/1 for probation-practitioner; sessions 0 of 5; no task absence/*
Fri 19 Jun 14:20   caseworker    records attended but no session unacceptable, next Tue 23 Jun 14:00
                   then          task absence/session-1/2 for probation-practitioner

story     Where plans are approved on submission, sessions start at once and nobody is reminded
referral  family-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs parenting, barriers none
                   caseworker    submits the plan, first session Tue 9 Jun 10:00
                   then          stage delivery; letter plan-copy/1; no task decide/plan/1; no clock approval/1
                   practitioner  approves the plan
                   then          unchanged
Tue 9 Jun 09:00    then          text reminder/session-1/1
Tue 9 Jun 11:10    caseworker    records attended, next Tue 23 Jun 10:00
                   then          minutes 60; sessions 1 of 5

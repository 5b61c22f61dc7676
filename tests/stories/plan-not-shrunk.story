story     A plan never shrinks below what was delivered, and less than was planned is the practitioner's to approve
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records attended
                   caseworker    submits the plan, 2 sessions because he works now, first session Tue 7 Jul 14:00
                   then          refused below-delivered; sessions 3 of 5
                   caseworker    submits the plan, 4 sessions, first session Tue 7 Jul 14:00
                   then          sessions 3 of 5; task decide/plan/2 for probation-practitioner; clock approval/2 due Tue 7 Jul
Wed 1 Jul 10:00    practitioner  approves the plan
                   then          sessions 3 of 4; stage final-session; clock approval/2 met; no clock approval/1

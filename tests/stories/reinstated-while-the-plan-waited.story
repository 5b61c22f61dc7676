story     Taken back while the plan lay with the practitioner: the decision is asked for again
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    operations    withdraws MIS because it was a duplicate
                   then          no task decide/plan/1; clock approval/1 stopped
Wed 10 Jun 10:00   operations    reinstates because it was the other referral
                   then          clock approval/1 running; stage action-plan
                   then          task decide/plan/1
Thu 11 Jun 10:00   practitioner  approves the plan
                   then          stage delivery

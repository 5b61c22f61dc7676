story     A sixth session is agreed half-way, by a new version of the plan
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Wed 10 Jun 10:00   practitioner  approves the plan
                   then          letter plan-copy/1; sessions 0 of 5
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00, and so on every Tue until Tue 30 Jun
Tue 7 Jul 15:10    caseworker    records attended
                   caseworker    submits the plan, 6 sessions, first session Fri 10 Jul 14:00
                   then          task decide/plan/2; sessions 4 of 5
                   practitioner  returns the plan because the sixth needs a reason
                   then          task revise/plan/2; sessions 4 of 5; clock revision/2 due Tue 14 Jul
Wed 8 Jul 10:00    caseworker    submits the plan, 6 sessions, first session Fri 10 Jul 14:00
                   practitioner  approves the plan
                   then          letter plan-copy/3; no letter plan-copy/2; sessions 4 of 6; clock next-session/1 met
Fri 10 Jul 15:10   caseworker    records attended, next Tue 14 Jul 14:00
                   then          sessions 5 of 6; stage final-session
Tue 14 Jul 15:10   caseworker    records the final session
                   then          sessions 6 of 6; clock delivery/lifestyle-and-associates met

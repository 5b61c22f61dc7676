story     The plan comes back with the changes wanted, and is approved the second time
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs parenting, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, first session Mon 22 Jun 10:00
                   caseworker    submits the plan, first session Mon 22 Jun 10:00
                   then          unchanged
                   caseworker    submits the plan, first session Tue 23 Jun 10:00
                   then          refused awaits-decision
Wed 10 Jun 10:00   practitioner  returns the plan because it says nothing of his mother
                   then          task revise/plan/1; no task decide/plan/1; clock approval/1 met; awaiting plan
Thu 11 Jun 10:00   caseworker    submits the plan, first session Mon 22 Jun 10:00
                   then          task decide/plan/2; no task revise/plan/1; clock revision/1 met; clock approval/2 due Thu 18 Jun
                   practitioner  approves plan 1
                   then          refused other-version
Fri 12 Jun 10:00   practitioner  approves plan 2
                   then          letter plan-copy/2; no letter plan-copy/1; clock action-plan met; clock approval/2 met

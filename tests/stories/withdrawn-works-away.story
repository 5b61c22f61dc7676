story     WOR, while the plan awaits its decision: nobody need decide on it
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          task decide/plan/1
Tue 9 Jun 10:00    practitioner  withdraws WOR because he works at sea
                   then          no task decide/plan/1; clock approval/1 stopped
                   practitioner  approves the plan
                   then          refused not-in-this-stage; no letter plan-copy/1
Wed 17 Jun 00:00   then          ends cancelled

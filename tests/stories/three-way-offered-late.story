story     The final session comes sooner than ten working days after the three-way offer: measured, never blocking
referral  family-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
                   practitioner  accepts the three-way session
                   then          refused not-in-this-stage
Mon 8 Jun 15:10    caseworker    records attended, needs parenting, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, 240 minutes, first session Tue 16 Jun 10:00
Tue 16 Jun 11:10   caseworker    records attended, 90 minutes, next Tue 30 Jun 10:00 90 minutes
                   then          no task three-way/caseworker
Tue 30 Jun 11:40   caseworker    records attended
                   then          task three-way/caseworker; task three-way/probation-practitioner
Wed 1 Jul 10:00    caseworker    books Mon 6 Jul 10:00 because he moves away
                   then          clock three-way-offer met-late; no task breached/three-way-offer
Mon 6 Jul 11:10    caseworker    records the final session
                   then          stage end-of-service; no task three-way/caseworker
Tue 7 Jul 10:00    caseworker    submits the report
                   then          ends completed; minutes 240; sessions 3 of 4

story     A contract with formal monthly reviews: each is asked for, and what it found goes to R&M
referral  lifestyle-medium
sent      Mon 1 Jun 2026 10:00
policy    in-step-reviewed

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, first session Tue 16 Jun 14:00
Wed 10 Jun 10:00   practitioner  approves the plan
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records attended, next Tue 7 Jul 14:00
Tue 7 Jul 15:10    caseworker    records attended, next Tue 14 Jul 14:00
                   then          no task outcome-review/1
Fri 10 Jul 09:00   then          task outcome-review/1 for caseworker
Tue 14 Jul 15:10   caseworker    records attended
                   caseworker    closes task outcome-review/1 because he goes to the group by himself now
                   then          no task outcome-review/1
Wed 15 Jul 10:00   caseworker    pauses for illness until Mon 17 Aug because of his operation
Mon 10 Aug 10:00   then          no task outcome-review/2
Mon 17 Aug 10:00   caseworker    resumes because he is well
                   then          task outcome-review/2
                   caseworker    books Tue 18 Aug 14:00
Tue 18 Aug 15:10   caseworker    records attended
                   practitioner  withdraws EAR because he has moved on
                   then          no task outcome-review/2

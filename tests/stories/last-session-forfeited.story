story     Four held, the fifth forfeited: every session is on the record, and it is completed
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records attended, next Tue 7 Jul 14:00
Tue 7 Jul 15:10    caseworker    records attended, next Tue 14 Jul 14:00
Tue 14 Jul 15:10   caseworker    records did not attend
                   caseworker    forfeits session-5 because he works now
                   then          no task closure/1; sessions 4 of 5; awaiting booking
Wed 15 Jul 10:00   practitioner  withdraws EAR because four will do
Thu 16 Jul 10:00   caseworker    submits the report
                   then          ends completed; clock report met

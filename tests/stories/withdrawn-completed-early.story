story     EAR, four of five and no need of a fifth: ended early, with a report
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
Wed 8 Jul 10:00    practitioner  withdraws EAR because he has reached what he wanted
                   then          no date session-5; awaiting report
Thu 9 Jul 10:00    caseworker    submits the report
                   then          ends ended-early; sessions 4 of 5

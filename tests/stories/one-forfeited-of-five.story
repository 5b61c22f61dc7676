story     One session forfeited, four held: the service is completed with four
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records did not attend
Wed 17 Jun 10:00   caseworker    forfeits session-1 because he had no good reason
                   caseworker    books Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records attended, next Tue 7 Jul 14:00
Tue 7 Jul 15:10    caseworker    records attended, next Tue 14 Jul 14:00
                   then          stage final-session
Tue 14 Jul 15:10   caseworker    records the final session
Wed 15 Jul 10:00   caseworker    submits the report
                   then          ends completed; sessions 4 of 5; minutes 240

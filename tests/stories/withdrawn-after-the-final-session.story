story     After the final session only the report is left: no code withdraws it any more
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
Tue 14 Jul 15:10   caseworker    records the final session
Wed 15 Jul 10:00   practitioner  withdraws ANO because the office closes
                   then          refused sessions-are-over; awaiting report; clock report due Tue 21 Jul
Thu 16 Jul 10:00   caseworker    submits the report
                   then          ends completed; clock report met

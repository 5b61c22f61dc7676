story     Withdrawn as moved, and then the news that he died: suppressed all the same
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  withdraws MOV because he moved
Thu 18 Jun 10:00   practitioner  withdraws USE because he died there
                   then          suppressed; word suppress-contact

story     The same withdrawal twice is one; another code is refused
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  withdraws NEE because his employer helps him
                   operations    withdraws NEE because his employer helps him
                   then          unchanged
                   operations    withdraws MOV because he moved
                   then          refused already-withdrawn
                   caseworker    records attended
                   then          refused nothing-to-record
Thu 18 Jun 10:00   caseworker    submits the report
                   then          ends ended-early
Thu 18 Jun 11:00   practitioner  withdraws NEE because his employer helps him
                   then          refused closed

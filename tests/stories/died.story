story     He died, and tomorrow morning's reminder never goes: not a word, for good
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Wed 24 Jun 10:00
Mon 22 Jun 16:00   practitioner  withdraws USE because he died on Saturday
                   then          suppressed; word suppress-contact; no date session-2; stage end-of-service
Tue 23 Jun 10:00   then          no text reminder/session-2/1
                   operations    allocates Tom Akande because Priya knew him well
                   then          no letter welcome/2; letters 2; texts 2
Tue 23 Jun 11:00   practitioner  reinstates because it was his father
                   then          refused suppressed-for-good
Wed 24 Jun 10:00   caseworker    submits the report, all not achieved
                   then          ends ended-early; letters 2; texts 2

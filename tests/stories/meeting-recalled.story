story     A meeting nobody booked is put on the record afterwards, and is late there
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended
Thu 18 Jun 10:00   caseworker    books Wed 17 Jun 2026 14:00
                   then          refused in-the-past
                   caseworker    recalls Wed 17 Jun 14:00 face-to-face at the library, attended, 50 minutes
                   then          sessions 2 of 5; minutes 110; clock update/session-2/1 met-late; no text reminder/session-2/1

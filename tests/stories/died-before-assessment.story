story     She died before she was met: closed without a word
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
                   then          letter welcome/1
Fri 5 Jun 16:00    practitioner  withdraws USE because she died in the night
                   then          suppressed; no date assessment
Sun 7 Jun 14:00    then          no text reminder/assessment/1
Sat 13 Jun 00:00   then          ends cancelled; texts 0; letters 1

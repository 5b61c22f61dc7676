story     MIS, with the assessment booked: its date is called off and no reminder goes
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Fri 5 Jun 10:00    practitioner  withdraws MIS because the same referral was sent twice
                   then          no date assessment; clock assessment stopped
Sun 7 Jun 14:00    then          no text reminder/assessment/1
Fri 12 Jun 23:59   then          stage end-of-service
Sat 13 Jun 00:00   then          ends cancelled; texts 0

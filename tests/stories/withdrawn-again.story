story     Withdrawn, taken back, and withdrawn after all, under another code
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    practitioner  withdraws INE because he lives outside the area
Thu 4 Jun 10:00    practitioner  reinstates because he does not
Fri 5 Jun 10:00    practitioner  withdraws ANO because he wants another provider
                   then          stage end-of-service; awaiting closing
Sat 13 Jun 00:00   then          ends cancelled

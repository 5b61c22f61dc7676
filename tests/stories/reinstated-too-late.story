story     Taken back after it was closed: too late, refer the person anew
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    practitioner  withdraws INE because he lives outside the area
Thu 11 Jun 00:00   then          ends cancelled
Fri 12 Jun 10:00   practitioner  reinstates because he does not
                   then          refused closed

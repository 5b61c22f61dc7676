story     A yes before anything was booked is for the caseworker to read
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   participant   replies "1"
                   then          task reply/1 for caseworker
                   caseworker    books Mon 8 Jun 14:00
                   then          not confirmed assessment

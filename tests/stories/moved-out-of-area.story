story     She moved to another county: withdrawn, and referred there; a mistake takes the question back
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    practitioner  withdraws MOV because she moved to another county
                   then          no date assessment; task refer-again for probation-practitioner
                   practitioner  reinstates because she moved within the county
                   then          no task refer-again; stage assessment
Thu 4 Jun 10:00    practitioner  withdraws MOV because she moved on to another county
                   then          task refer-again for probation-practitioner
Fri 5 Jun 10:00    practitioner  closes task refer-again because referred to the new area
Fri 12 Jun 00:00   then          ends cancelled

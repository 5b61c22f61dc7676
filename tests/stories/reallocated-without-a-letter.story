story     A family case changes hands: no letter says so, so the new caseworker tells her
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          letters 0; no task introduce/*
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    operations    says the caseworker has gone because she left
                   operations    allocates Sam Obi
                   then          task introduce/2 for caseworker; date assessment; letters 0
Thu 4 Jun 10:00    caseworker    closes task introduce/2 because he rang her
                   then          no task introduce/2

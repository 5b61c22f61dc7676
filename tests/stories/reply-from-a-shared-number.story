story     A number that others use too: nobody can tell who wrote, so nothing is confirmed and nobody is named
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:10    participant   replies "1" from a shared number
                   then          not confirmed assessment; task shared-reply/1 for caseworker
                   participant   replies "can we talk" from a shared number
                   then          no task shared-reply/2
                   participant   replies "STOP" from a shared number
                   then          texts off; task keep-in-touch/*

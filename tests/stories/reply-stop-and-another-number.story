story     STOP is about a number: with another one texts go on, and stop again only when it says so
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 09:00    participant   replies "STOP"
                   then          texts off
Thu 4 Jun 09:00    caseworker    amends mobile to +447700900222, because a new phone
                   then          texts on; no task keep-in-touch/*
Sun 7 Jun 14:05    then          text reminder/assessment/1 accepted

story     START after STOP: texts go out again
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 09:00    participant   replies "Stopiwch"
                   then          texts off; task keep-in-touch/*
Fri 5 Jun 09:00    participant   replies "START"
                   then          texts on; no task keep-in-touch/*
Sun 7 Jun 14:05    then          text reminder/assessment/1 accepted

story     Somebody else answers: no more texts to that number, and somebody finds the right one
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:10    participant   replies "Wrong number, sorry"
                   then          texts off; task wrong-number/1 for caseworker
Sun 7 Jun 15:00    participant   replies "START"
                   then          texts off
                   caseworker    books Wed 10 Jun 14:00, slot assessment, moved by provider, because to find the number
                   caseworker    amends mobile to +447700900222, because the number was mistyped
Tue 9 Jun 14:05    then          text reminder/assessment/2 accepted

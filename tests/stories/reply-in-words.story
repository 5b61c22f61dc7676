story     Anything else is kept and read by a person; one task says that there is something to read
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:10    participant   replies "Is there a lift?"
                   then          task reply/1 for caseworker; nothing sent
                   participant   replies "I am on crutches"
                   then          task reply/1; no task reply/2
                   caseworker    closes task reply/1 because rang
                   participant   replies "ok see you there"
                   then          task reply/3

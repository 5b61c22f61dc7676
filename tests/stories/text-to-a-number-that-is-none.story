story     No such number: the caseworker rings, and no text goes there again until the number changes
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    amends mobile to +447700900404, because a new phone
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:05    then          text reminder/assessment/1 failed; task unsent/reminder/assessment/1 for caseworker; texts off
Sun 7 Jun 15:00    caseworker    books Wed 10 Jun 14:00, slot assessment, moved by provider, because nobody could be told
Tue 9 Jun 14:05    then          text reminder/assessment/2 withheld
                   caseworker    amends mobile to +447700900222, because a digit was wrong
                   caseworker    books Fri 12 Jun 14:00, slot assessment, moved by provider, because nobody could be told
Thu 11 Jun 14:05   then          text reminder/assessment/3 accepted; texts on

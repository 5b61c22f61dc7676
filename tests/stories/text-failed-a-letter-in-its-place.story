story     A number that does not work is found out early: the next date is told by post as well
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    amends mobile to +447700900404, because a new phone
                   caseworker    books Thu 4 Jun 14:00
Wed 3 Jun 14:05    then          text reminder/assessment/1 failed; no letter appointment-letter/assessment/1
Thu 4 Jun 10:00    caseworker    books Fri 12 Jun 14:00, slot assessment, moved by provider, because nobody could be told
                   then          letter appointment-letter/assessment/2
Mon 8 Jun 10:00    caseworker    books Mon 15 Jun 14:00, slot assessment, moved by provider, because a flood
                   then          letter appointment-letter/assessment/3

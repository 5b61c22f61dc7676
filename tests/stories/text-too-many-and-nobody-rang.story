story     The fourth text of a day is not sent, and nobody rings: operations see to it, until the date moves
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Tue 9 Jun 10:00
Mon 8 Jun 15:00    caseworker    books Tue 9 Jun 11:00, slot assessment, moved by provider, because a flood
Mon 8 Jun 15:05    caseworker    books Tue 9 Jun 12:00, slot assessment, moved by provider, because no room
Mon 8 Jun 15:10    caseworker    books Tue 9 Jun 14:00, slot assessment, moved by provider, because no room again
                   then          text reminder/assessment/4 failed; task unsent/reminder/assessment/4 for caseworker
Tue 9 Jun 09:00    then          task overdue unsent/reminder/assessment/4; task overdue/unsent/reminder/assessment/4
Tue 9 Jun 09:05    caseworker    books Fri 12 Jun 14:00, slot assessment, moved by provider, because nobody was told
                   then          no task unsent/*; no task overdue/*
Thu 11 Jun 14:05   then          text reminder/assessment/5 accepted

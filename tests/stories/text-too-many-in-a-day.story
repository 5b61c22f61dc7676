story     A date moved again and again the day before: three texts are enough, the caseworker tells them of the last one
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    amends mobile to +447700900123, because a new phone
                   caseworker    books Tue 9 Jun 10:00
Mon 8 Jun 10:00    then          text reminder/assessment/1
Mon 8 Jun 15:00    caseworker    books Tue 9 Jun 11:00, slot assessment, moved by provider, because a flood
                   then          text reminder/assessment/2 accepted
Mon 8 Jun 15:05    caseworker    books Tue 9 Jun 12:00, slot assessment, moved by provider, because no room
                   then          text reminder/assessment/3 accepted; texts 3
Mon 8 Jun 15:10    caseworker    books Tue 9 Jun 14:00, slot assessment, moved by participant, because they work until noon
                   then          text reminder/assessment/4 failed; texts on; texts 3
                   then          task unsent/reminder/assessment/4 for caseworker; no task overdue/*
Mon 8 Jun 16:00    caseworker    closes task unsent/reminder/assessment/4 because told by telephone
                   then          no task unsent/*; awaiting appointment
Tue 9 Jun 15:00    caseworker    records attended, needs housing and debt, barriers confidence
                   then          clock assessment met
Wed 10 Jun 10:00   caseworker    submits the plan, first session Tue 16 Jun 10:00
Thu 11 Jun 10:00   practitioner  approves the plan
Mon 15 Jun 10:05   then          text reminder/session-1/1 accepted; texts 4

story     Booked at half past ten at night for the next day: the text waits for the morning, or is not sent at all
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
Thu 4 Jun 22:30    caseworker    books Fri 5 Jun 11:00
                   then          nothing sent
Fri 5 Jun 08:59    then          no text reminder/assessment/1
Fri 5 Jun 09:00    then          text reminder/assessment/1
Fri 5 Jun 12:10    caseworker    records attended, needs work, barriers none
Mon 8 Jun 22:30    caseworker    submits the plan, first session Tue 9 Jun 08:30
Tue 9 Jun 09:40    caseworker    records attended, next Wed 10 Jun 09:00
                   then          no text reminder/session-1/1; text reminder/session-2/1
Wed 10 Jun 09:00   then          texts 2

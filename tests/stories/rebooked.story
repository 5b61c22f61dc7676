story     A date moves, and so does its reminder: the old one is never sent
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Wed 10 Jun 14:00
Thu 4 Jun 10:00    caseworker    books Fri 12 Jun 09:30
                   then          refused move-needs-reason
                   caseworker    books Fri 12 Jun 09:30 slot assessment moved by participant because he starts work
Tue 9 Jun 14:00    then          no text reminder/assessment/1; no text reminder/assessment/2
Thu 11 Jun 09:30   then          text reminder/assessment/2; no text reminder/assessment/1
Fri 12 Jun 10:40   caseworker    records attended, needs work, barriers none
                   then          clock assessment met; no clock update/assessment/1; clock update/assessment/2 met

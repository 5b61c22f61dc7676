story     A date called off: its reminder never goes, and the session is owed again
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Thu 18 Jun 10:00   caseworker    calls off session-2 because the centre is closed that day
                   then          no date session-2; awaiting booking; clock next-session/1 running
                   caseworker    calls off session-2 because the centre is closed that day
                   then          refused nothing-booked
Fri 19 Jun 10:00   caseworker    books Wed 24 Jun 14:00
                   then          date session-2; clock next-session/1 met
Mon 22 Jun 14:00   then          no text reminder/session-2/1
Tue 23 Jun 14:00   then          text reminder/session-2/2; no text reminder/session-2/1
Wed 24 Jun 14:10   caseworker    calls off session-2 because he is not here
                   then          refused record-it-first

story     No next session is booked for two working days, over the August bank holiday
referral  lifestyle-low
sent      Mon 10 Aug 2026 10:00
policy    auto-approval

Tue 11 Aug 10:00   operations    allocates Priya Nair
                   caseworker    books Mon 17 Aug 14:00
Mon 17 Aug 15:10   caseworker    records attended, needs work, barriers none
Tue 18 Aug 10:00   caseworker    submits the plan, first session Fri 28 Aug 14:00
Fri 28 Aug 15:10   caseworker    records attended
                   then          clock next-session/1 running; clock next-session/1 due Wed 2 Sep; awaiting booking
Thu 3 Sep 00:00    then          clock next-session/1 breached because not-booked; task breached/next-session/1
Thu 3 Sep 10:00    caseworker    books Fri 4 Sep 14:00
                   then          clock next-session/1 met-late; no task breached/next-session/1
Fri 4 Sep 15:10    caseworker    records attended
Mon 7 Sep 15:10    caseworker    books Fri 11 Sep 14:00
                   then          clock next-session/2 met; sessions 2 of 5

story     A missed session asks for a decision: booked again, or forfeited
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records did not attend, unexcused
                   then          task rebook/session-1/1 for caseworker; sessions 0 of 5; awaiting booking; clock next-session/1 running
Wed 17 Jun 10:00   caseworker    books Fri 19 Jun 14:00
                   then          no task rebook/session-1/1; date session-1; clock next-session/1 met

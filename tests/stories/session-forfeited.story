story     A session that is forfeited is over, and is not delivered dose
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   caseworker    forfeits session-1 because he said he would not come
                   then          refused not-missed
Tue 16 Jun 15:10   caseworker    records did not attend
Wed 17 Jun 10:00   caseworker    forfeits session-1 because he told nobody
                   then          sessions 0 of 5; no task rebook/session-1/1
                   caseworker    forfeits session-1 because he told nobody
                   then          unchanged
                   caseworker    books Fri 19 Jun 14:00 slot session-1
                   then          refused forfeited
                   caseworker    books Tue 23 Jun 14:00
                   then          date session-2; no date session-1

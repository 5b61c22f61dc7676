story     A session is put on the record the day after: nudged at five, breached at midnight, still accepted
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 16:59   then          no task warned/update/session-1/1
Tue 16 Jun 17:00   then          task warned/update/session-1/1
Wed 17 Jun 00:00   then          clock update/session-1/1 breached because not-recorded
                   then          task breached/update/session-1/1
Wed 17 Jun 09:00   caseworker    records attended, next Tue 23 Jun 14:00
                   then          clock update/session-1/1 met-late; sessions 1 of 5
                   then          no task warned/update/session-1/1; no task breached/update/session-1/1
Wed 17 Jun 09:01   caseworker    records attended, slot session-1
                   then          refused already-recorded

story     What was asked and not done is told to operations, once
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records did not attend
                   then          task rebook/session-1/1
Fri 19 Jun 00:00   then          task overdue rebook/session-1/1; task overdue/rebook/session-1/1 for operations
Mon 22 Jun 10:00   caseworker    books Tue 23 Jun 14:00
                   then          no task rebook/session-1/1; no task overdue/rebook/session-1/1
                   operations    closes task rebook/session-9/9 because nobody knows it
                   then          refused no-such-task

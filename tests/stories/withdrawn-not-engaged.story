story     NOT, one session and then two absences: ended early, with a report
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records did not attend, unexcused, next Fri 26 Jun 14:00
Fri 26 Jun 15:10   caseworker    records did not attend, unexcused
                   then          task absence/session-2/2; task rebook/session-2/2
Fri 26 Jun 16:00   practitioner  closes task absence/session-2/2 because it cannot go on like this
                   practitioner  withdraws NOT because he will not come
                   then          no task rebook/session-2/2; awaiting report
Tue 30 Jun 10:00   caseworker    submits the report, all not achieved
                   then          ends ended-early; sessions 1 of 5

story     RET, returned to custody: the report is owed, and late
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  withdraws RET because he was recalled to prison
Tue 23 Jun 09:00   then          task warned/report
Thu 25 Jun 00:00   then          clock report breached because not-submitted; task breached/report for operations
Fri 26 Jun 10:00   caseworker    submits the report, all not achieved
                   then          ends ended-early; clock report met-late; no task breached/report

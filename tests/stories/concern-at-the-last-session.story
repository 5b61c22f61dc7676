story     A concern at the final session outlives the case: the report closes it, the practitioner still answers
referral  lifestyle-low
sent      Tue 1 Sep 2026 10:00
policy    auto-approval

Wed 2 Sep 10:00    operations    allocates Priya Nair
                   caseworker    books Tue 8 Sep 14:00
Tue 8 Sep 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 15 Sep 14:00
Tue 15 Sep 15:10   caseworker    records attended, next Tue 22 Sep 14:00, and so on every Tue until Tue 6 Oct
Tue 13 Oct 15:30   caseworker    records the final session, concern "afraid of a man who waits for him"
                   then          task concern/session-5/1 for probation-practitioner
Tue 13 Oct 15:45   caseworker    submits the report, all achieved
                   then          ends completed; task concern/session-5/1
Tue 13 Oct 16:31   then          task overdue concern/session-5/1; task overdue/concern/session-5/1 for operations
Tue 13 Oct 16:40   practitioner  closes task concern/session-5/1 because spoken to him and to the police
                   then          no task concern/session-5/1; no task overdue/concern/session-5/1

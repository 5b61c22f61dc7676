story     SEE, with a meeting that took place not yet on the record: recorded first, then reported
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:05   practitioner  withdraws SEE because the sentence expired yesterday
                   then          date session-1
                   caseworker    submits the report
                   then          refused date-stands
Tue 16 Jun 15:30   caseworker    records attended
                   then          sessions 1 of 5; clock report due Tue 23 Jun; clock update/session-1/1 met
                   caseworker    books Tue 23 Jun 14:00
                   then          refused not-in-this-stage
Wed 17 Jun 10:00   caseworker    submits the report, all partially achieved
                   then          ends ended-early

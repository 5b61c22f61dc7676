story     MOV, out of the area after one session: the report is owed, and kept
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  withdraws MOV because he moved to another region
                   then          no date session-2; clock report due Wed 24 Jun; clock delivery/lifestyle-and-associates stopped
Mon 22 Jun 14:00   then          no text reminder/session-2/1
Tue 23 Jun 10:00   caseworker    submits the report, all partially achieved
                   then          ends ended-early; clock report met; document end-of-service-report; sessions 1 of 5
Wed 24 Jun 10:00   practitioner  closes task refer-again because referred to the provider in his new area
                   then          no task refer-again; no task overdue/refer-again

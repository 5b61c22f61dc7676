story     SER, the plan approved and nobody came yet: cancelled, without a report
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Wed 10 Jun 10:00   practitioner  withdraws SER because the order was revoked
                   then          no date session-1; no clock report; awaiting closing
                   caseworker    submits the report
                   then          refused no-report-owed
Thu 18 Jun 00:00   then          ends cancelled; documents 0

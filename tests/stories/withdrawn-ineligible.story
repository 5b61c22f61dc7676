story     INE, before anybody was allocated: nothing was sent, nothing is owed
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    withdraws INE because she lives outside the area
                   then          stage end-of-service; clock allocation stopped; clock assessment stopped; awaiting closing; no clock report
                   caseworker    submits the report
                   then          refused no-report-owed
Wed 10 Jun 00:00   then          ends cancelled; texts 0; letters 0

story     The same person is open on the same pathway already: this one was sent twice, and ends as MIS
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval
beside    open

Mon 1 Jun 10:00    then          task duplicate/* for operations
Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    practitioner  withdraws MIS because it was sent twice
                   then          no date assessment; clock assessment stopped; no task duplicate/*
Sun 7 Jun 14:00    then          no text reminder/assessment/1
Thu 11 Jun 00:00   then          ends cancelled; no letter closure

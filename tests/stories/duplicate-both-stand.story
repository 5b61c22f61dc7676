story     The same person is open on the same pathway already: operations are asked once, and say why both stand
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval
beside    open

Mon 1 Jun 10:00    then          task duplicate/* for operations
Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    operations    closes task duplicate/* because two courts made two orders and both stand
                   then          no task duplicate/*; date assessment
Sun 7 Jun 14:00    then          text reminder/assessment/1
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   then          stage action-plan; no task duplicate/*

story     The wrong one of two was withdrawn: taken back, it is looked for again, and operations are asked again
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval
beside    open

Tue 2 Jun 10:00    operations    allocates Priya Nair
Wed 3 Jun 10:00    practitioner  withdraws MIS because it was sent twice
                   then          no task duplicate/*
Thu 4 Jun 10:00    operations    reinstates because the other one was to go
                   then          task duplicate/* for operations
                   operations    closes task duplicate/* because the other one is withdrawn
                   then          no task duplicate/*; stage assessment

story     The same person was on the service before: one that has ended is no duplicate
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval
beside    withdrawn

Mon 1 Jun 10:00    then          no task duplicate/*
Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          no task duplicate/*; stage assessment

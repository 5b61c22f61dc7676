story     A referral comes in wanting an interpreter: the caseworker arranges one before the assessment
referral  lifestyle-medium
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          task interpreter/1 for caseworker
Wed 3 Jun 10:00    caseworker    closes task interpreter/1 because booked for Monday
                   caseworker    books Mon 8 Jun 14:00 90 minutes
                   then          no task interpreter/1; date assessment

story     The provider moves an assessment out of time: the breach says whose doing it was
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Fri 5 Jun 10:00    caseworker    books Wed 17 Jun 14:00 slot assessment, moved by provider because Priya is ill
Sun 7 Jun 14:00    then          no text reminder/assessment/1
Tue 16 Jun 00:00   then          clock assessment breached because moved-by-provider
Tue 16 Jun 14:00   then          text reminder/assessment/2
Wed 17 Jun 15:10   caseworker    records attended, needs work, barriers none
                   then          clock assessment met-late because moved-by-provider

story     The assessment took place by telephone, unbooked: recorded later, in time by its day
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
Fri 5 Jun 10:00    caseworker    recalls Thu 4 Jun 16:00 phone, attended, needs work and housing, barriers none
                   then          clock assessment met; clock update/assessment/1 met-late; stage action-plan; nothing sent

story     The complexity goes up before there is a plan: the plan is for twelve
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    practitioner  amends complexity to high, enforceable days to 20 because he has joined a gang
                   then          sessions 0 of 12; no task review/plan/*
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          sessions 0 of 12; stage delivery

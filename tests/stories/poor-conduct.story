story     A session that was held, and poor conduct in it: the practitioner hears today
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, poor conduct, next Tue 23 Jun 14:00
                   then          task conduct/session-1/1 for probation-practitioner; sessions 1 of 5
Tue 16 Jun 16:00   practitioner  closes task conduct/session-1/1 because written to him
                   practitioner  closes task conduct/session-1/1 because written to him
                   then          unchanged
Tue 23 Jun 15:10   caseworker    records attended, good conduct, next Tue 30 Jun 14:00
                   then          no task conduct/*

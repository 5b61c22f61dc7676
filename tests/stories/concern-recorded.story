story     A concern at a session goes to the practitioner the same day
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, concern "came in distress, spoke of a threat", next Tue 23 Jun 14:00
                   then          task concern/session-1/1; sessions 1 of 5
Tue 16 Jun 16:00   practitioner  closes task concern/session-1/1 because spoken to him and to the police
                   then          no task concern/session-1/1

story     Reports and dates out of order are refused, and change nothing
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
                   caseworker    submits the report
                   then          refused not-in-this-stage; unchanged
                   caseworker    calls off session-9 because nobody booked it
                   then          refused nothing-booked
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records attended, next Tue 7 Jul 14:00
Tue 7 Jul 15:10    caseworker    records attended, next Tue 14 Jul 14:00
Tue 14 Jul 15:10   caseworker    records the final session
                   caseworker    books Tue 21 Jul 14:00
                   then          refused not-in-this-stage
                   practitioner  returns the plan because it was too short
                   then          refused not-in-this-stage
                   caseworker    pauses for illness until Tue 21 Jul because he is ill
                   then          refused not-in-this-stage

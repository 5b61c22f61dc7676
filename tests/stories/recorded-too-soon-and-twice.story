story     Records come out of order: too soon is refused, the second time too
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
                   caseworker    records attended, slot session-2
                   then          refused not-yet
                   caseworker    records attended, slot session-1
                   then          refused already-recorded
                   caseworker    records attended
                   then          refused nothing-to-record; sessions 1 of 5

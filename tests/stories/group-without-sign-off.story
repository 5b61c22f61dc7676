story     Nobody joins a group before a named person signed it off
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00 group-work
                   then          refused wrong-format
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    caseworker    books Fri 19 Jun 14:00 group-work
                   then          refused no-risk-sign-off
                   practitioner  decides group-risk no because his co-defendant is in it
                   caseworker    books Fri 19 Jun 14:00 group-work
                   then          refused no-risk-sign-off
Wed 10 Jun 10:00   practitioner  decides group-risk yes because he has left it
                   caseworker    books Fri 19 Jun 14:00 group-work
                   then          date session-2

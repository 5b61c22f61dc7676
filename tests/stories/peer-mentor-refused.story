story     A peer mentor is not for everybody: a named person said no
referral  lifestyle-high
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    practitioner  decides peer-mentor no because he is not at risk of extremism
                   practitioner  decides group-risk yes because no conflict in the group
                   caseworker    books Fri 19 Jun 17:00 group-work about peer-mentor
                   then          refused not-eligible
                   caseworker    submits the plan, group-work, first session Fri 19 Jun 14:00
                   then          refused one-to-one-only

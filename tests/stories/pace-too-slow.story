story     Twelve sessions do not fit in eight weeks at one a week: the plan says why, and a reason will do
referral  lifestyle-high
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, once a week, first session Tue 16 Jun 14:00
                   then          refused pace-too-slow
                   caseworker    submits the plan, once a week, first session Tue 16 Jun 14:00, because he works away
                   then          stage delivery

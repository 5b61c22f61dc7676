story     The order asks for four days: the plan of five says why, and so does the session on a fifth day
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   practitioner  amends enforceable days to 4 because the court said so
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          refused beyond-enforceable-days
                   caseworker    submits the plan, first session Tue 16 Jun 14:00, because he wants the fifth himself
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records did not attend, next Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records attended, next Tue 7 Jul 14:00
Tue 7 Jul 15:10    caseworker    records attended, next Tue 14 Jul 14:00
Tue 14 Jul 15:10   caseworker    records attended
                   then          sessions 4 of 5
                   caseworker    books Tue 21 Jul 14:00
                   then          refused beyond-enforceable-days
                   caseworker    books Tue 21 Jul 14:00 because he asked for it
                   then          date session-5; no task review/dates/*
Wed 15 Jul 10:00   practitioner  amends enforceable days to 3 because of the appeal
                   then          task review/dates/*

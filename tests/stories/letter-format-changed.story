story     She asks for large print, then for Welsh: what still holds is posted again, and only that
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          letter welcome/1; letters 1
                   caseworker    books Mon 8 Jun 14:00
                   caseworker    amends mobile to +447700900999 because it is new
                   then          letters 1
Wed 3 Jun 10:00    caseworker    amends format to large-print because she asked for it
                   then          letter welcome/1/sheet-3; letters 2
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          letter plan-copy/1; letters 3
Tue 9 Jun 10:00    caseworker    amends language to Welsh because she would rather read Welsh
                   then          letter plan-copy/1/sheet-4; letters 4
Wed 10 Jun 10:00   caseworker    undoes the amendment because it was another participant
                   then          letter plan-copy/1/sheet-5; letters 5
Thu 11 Jun 10:00   practitioner  withdraws SEE because the sentence is over
                   caseworker    amends language to Welsh because she would rather read Welsh
                   then          nothing sent

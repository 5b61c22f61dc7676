story     A restricted case hears only those it names
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   operations    amends restricted to priya.nair and operations, because her former partner works for us
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    practitioner  approves the plan
                   then          refused restricted; unchanged
                   practitioner  withdraws MOV because she moved
                   then          refused restricted
Wed 10 Jun 10:00   operations    undoes the amendment because he has left us
                   practitioner  approves the plan
                   then          stage delivery; letter plan-copy/1

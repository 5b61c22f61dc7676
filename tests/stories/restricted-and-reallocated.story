story     A restricted case goes to a caseworker it does not name
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    operations    amends restricted to priya.nair and operations, because her former partner works for us
Thu 4 Jun 10:00    operations    allocates Tom Akande because Priya is on leave
                   then          refused restricted
Fri 5 Jun 10:00    operations    amends restricted to tom.akande and operations, because Tom has it now
                   operations    allocates Tom Akande because Priya is on leave
                   then          letter welcome/2
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   then          stage action-plan

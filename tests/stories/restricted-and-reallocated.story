story     A restricted case goes to a caseworker it does not name
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    operations    amends restricted to priya.nair and operations, because her former partner works for us
Thu 4 Jun 10:00    operations    allocates Tom Akande because Priya is on leave
# core: a caseworker who may not speak is allocated; the name should be there first.
#   then refused restricted
                   caseworker    records attended
                   then          refused restricted
Fri 5 Jun 10:00    operations    amends restricted to tom.akande and operations, because Tom has it now
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   then          stage action-plan

story     A case restricted to a name nobody has can still be opened again
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    operations    amends restricted to pria.nair, because her former partner works for us
                   then          refused restricted
Thu 4 Jun 10:00    caseworker    books Tue 9 Jun 14:00 slot assessment, moved by participant because of his shift
                   then          date assessment

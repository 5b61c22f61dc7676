story     A date lies at most six months ahead
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Thu 3 Dec 14:00
                   then          refused too-far-ahead
                   caseworker    books Wed 2 Dec 14:00
                   then          date assessment

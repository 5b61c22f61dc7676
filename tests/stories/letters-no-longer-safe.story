story     Letters are no longer safe: the plan is handed over, not posted
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    caseworker    amends contact letter unknown, format to large-print because he sleeps at a friend's
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          word plan-copy/1 withheld; document plan-copy/1/by-hand; task reach/plan-copy/1

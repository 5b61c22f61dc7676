story     The carrier speaks twice, changes its mind, and knows a text nobody sent
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    carrier       says reminder/assessment/1 arrived
                   then          kept 1; no text reminder/assessment/1
                   carrier       says reminder/assessment/1 arrived
                   then          unchanged
Sun 7 Jun 14:05    then          kept 0; text reminder/assessment/1 delivered
                   carrier       says reminder/assessment/1 arrived
                   then          unchanged
                   carrier       says reminder/assessment/1 did not arrive
                   then          unchanged; text reminder/assessment/1 delivered
Mon 8 Jun 10:00    practitioner  withdraws MIS because it was a duplicate
                   carrier       says welcome/1 did not arrive
                   then          task undelivered/welcome/1; letter welcome/1 undelivered

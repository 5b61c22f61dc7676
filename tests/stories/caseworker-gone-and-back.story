story     The caseworker was said to have left, and is back
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    operations    says the caseworker has gone because her account was closed
                   then          task reallocate/*
Thu 4 Jun 10:00    operations    allocates Priya Nair because her account was opened again
                   then          no task reallocate/*

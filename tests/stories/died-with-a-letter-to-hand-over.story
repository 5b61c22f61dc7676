story     He died with a letter still to hand over: nobody is asked to any more
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval
contact  letter unknown

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          task reach/plan-copy/1
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  withdraws USE because he died in the night
                   then          suppressed; letters 0; word suppress-contact
                   then          no task reach/plan-copy/1; no task reach/welcome/1
Thu 18 Jun 10:00   carrier       says reminder/session-1/1 did not arrive
                   then          no task undelivered/reminder/session-1/1
                   then          word reminder/session-1/1 undelivered

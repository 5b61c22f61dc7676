story     Handed over to another contract, where it goes on
referral  lifestyle-low
sent      Mon 7 Sep 2026 10:00
policy    auto-approval

Tue 8 Sep 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 14 Sep 14:00
Mon 14 Sep 15:10   caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 22 Sep 14:00
Tue 22 Sep 15:10   caseworker    records attended, next Tue 29 Sep 14:00
Wed 23 Sep 10:00   operations    hands over to PRJ_9001 because he moved to the coast
                   then          task reallocate/* for operations; no date session-2
                   operations    hands over to PRJ_9001 because he moved to the coast
                   then          refused same-contract
Thu 24 Sep 10:00   operations    allocates Grace Obi because she is there
                   then          no task reallocate/*; letter welcome/2
                   caseworker    books Wed 30 Sep 14:00
Tue 29 Sep 14:00   then          text reminder/session-2/2; no text reminder/session-2/1
Wed 30 Sep 15:10   caseworker    records attended, next Tue 6 Oct 14:00
                   then          sessions 2 of 5

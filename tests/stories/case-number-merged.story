story     Two case numbers were one man: the case goes on under the other
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    operations    amends crn to X999001 because the two were merged
                   operations    amends crn to X999001 because the two were merged
                   then          unchanged
Sun 7 Jun 14:00    then          text reminder/assessment/1
Mon 8 Jun 10:00    operations    undoes the amendment because they were two men after all
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   then          stage action-plan

story     ERASE after a named decision, counted; a peer mentor's group beside it, not counted
referral  lifestyle-high
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs identity, barriers trust
Tue 9 Jun 10:00    caseworker    submits the plan, first session Tue 16 Jun 14:00
                   caseworker    books Fri 19 Jun 14:00 about erase
                   then          refused not-eligible
Wed 10 Jun 10:00   practitioner  decides erase yes because the conviction is for a hate crime
                   practitioner  decides erase yes because the conviction is for a hate crime
                   then          unchanged
                   practitioner  decides hypnosis yes because it might help
                   then          refused no-such-module
                   caseworker    books Fri 19 Jun 14:00 about erase
                   caseworker    books Fri 26 Jun 14:00 group-work about core-values-and-beliefs
                   then          refused no-risk-sign-off
                   practitioner  decides group-risk yes because no conflict with anybody in it
                   caseworker    books Fri 26 Jun 14:00 group-work about core-values-and-beliefs
                   then          refused wrong-format
                   practitioner  decides peer-mentor yes because he is at risk of extremism
                   caseworker    books Thu 18 Jun 17:00 group-work about peer-mentor
Tue 16 Jun 15:10   caseworker    records attended
Thu 18 Jun 18:10   caseworker    records attended
                   then          sessions 1 of 12; clock update/supplement-1/1 met
Fri 19 Jun 15:10   caseworker    records attended
                   then          sessions 2 of 12; text reminder/supplement-1/1

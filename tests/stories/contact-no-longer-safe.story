story     Texts are no longer safe: the next reminder stays here, and a person is asked
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Thu 18 Jun 10:00   caseworker    amends contact text unsafe because she reads his telephone
Mon 22 Jun 14:00   then          word reminder/session-2/1 withheld; task reach/reminder/session-2/1; nothing sent
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
                   then          no task reach/reminder/session-2/1
Wed 24 Jun 10:00   caseworker    undoes the amendment because she has moved out
Mon 29 Jun 14:00   then          text reminder/session-3/1

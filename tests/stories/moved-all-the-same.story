story     Why a date moves says nothing of why it lies where she cannot come
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    amends unavailable Thu 09:00-12:00 because she works then
                   caseworker    submits the plan because he wants six, 6 sessions, first session Thu 18 Jun 10:00
                   then          refused unavailable; no date session-1
                   caseworker    submits the plan because he wants six, 6 sessions, first session Wed 17 Jun 14:00
                   then          date session-1
Tue 9 Jun 10:00    caseworker    books Thu 18 Jun 10:00 slot session-1, moved by provider because the room is taken
                   then          refused unavailable
                   caseworker    books Thu 18 Jun 10:00 slot session-1, moved by provider because the room is taken, all the same because she swaps her shift
                   then          date session-1
                   caseworker    books Thu 18 Jun 10:00 slot session-1, moved by provider because the room is taken, all the same because she swaps her shift
                   then          unchanged
Wed 17 Jun 10:00   then          text reminder/session-1/2
Thu 18 Jun 11:10   caseworker    records attended, next Tue 23 Jun 14:00

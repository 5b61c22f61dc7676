story     A session more than a week after the last: booked, and the caseworker is asked why, or brings it forward
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Wed 24 Jun 14:00
                   then          date session-2; task cadence/session-2/1 for caseworker
Wed 17 Jun 10:00   caseworker    books Tue 23 Jun 14:00, slot session-2, moved by provider, because the room is free after all
                   then          no task cadence/*
Tue 23 Jun 15:10   caseworker    records attended, next Wed 1 Jul 14:00 because he works away until then
                   then          date session-3; no task cadence/*
Wed 1 Jul 15:10    caseworker    records attended, next Thu 9 Jul 14:00
                   then          task cadence/session-4/1
                   caseworker    closes task cadence/session-4/1 because a holiday agreed with the practitioner
                   then          no task cadence/*; date session-4

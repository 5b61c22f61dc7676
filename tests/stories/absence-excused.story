story     He rang to say he was ill: excused, and the same session is booked again
referral  lifestyle-low
sent      Mon 7 Sep 2026 10:00
policy    auto-approval

Tue 8 Sep 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 14 Sep 14:00
Mon 14 Sep 15:10   caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 22 Sep 14:00
Tue 22 Sep 15:10   caseworker    records did not attend, excused, next Fri 25 Sep 14:00
                   then          sessions 0 of 5; date session-1; no task rebook/*; no task absence/*
Thu 24 Sep 14:00   then          text reminder/session-1/2
Fri 25 Sep 15:10   caseworker    records attended, next Tue 29 Sep 14:00
                   then          sessions 1 of 5; date session-2

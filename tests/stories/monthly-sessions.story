story     Once a month by the calendar: the same date next month is often enough, and three in a month are too many
referral  family-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs contact with his son, barriers none
                   caseworker    submits the plan, first session Wed 15 Jul 10:00
Wed 15 Jul 11:10   caseworker    records attended, next Sat 15 Aug 10:00
                   then          date session-2; no task cadence/*
Sat 15 Aug 11:10   caseworker    records attended, next Wed 16 Sep 10:00
                   then          task cadence/session-3/1
                   caseworker    books Mon 14 Sep 10:00, slot session-3, moved by provider, because the room is free
                   then          no task cadence/*
Mon 14 Sep 11:10   caseworker    records attended, next Mon 28 Sep 10:00
Mon 28 Sep 11:10   caseworker    records attended
                   caseworker    books Tue 13 Oct 10:00
                   then          refused too-often
                   caseworker    books Wed 14 Oct 10:00
                   then          date session-5; no task cadence/*

story     Not one session attended: closure is proposed, and a sixth is agreed instead
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records did not attend
                   caseworker    forfeits session-1 because he told nobody
                   caseworker    books Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records did not attend
                   caseworker    forfeits session-2 because he told nobody
                   caseworker    books Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records did not attend
                   caseworker    forfeits session-3 because he told nobody
                   caseworker    books Tue 7 Jul 14:00
Tue 7 Jul 15:10    caseworker    records did not attend
                   caseworker    forfeits session-4 because he told nobody
                   caseworker    books Tue 14 Jul 14:00
Tue 14 Jul 15:10   caseworker    records did not attend
                   then          no task closure/1
                   caseworker    forfeits session-5 because he told nobody
                   then          task closure/1 for probation-practitioner; sessions 0 of 5
Wed 15 Jul 10:00   caseworker    submits the plan, 6 sessions because he asks for one more chance, first session Tue 21 Jul 14:00
                   then          no task closure/1; date session-6
Tue 21 Jul 15:10   caseworker    records the final session, because one was all he came to
                   then          sessions 1 of 6; awaiting report
Wed 22 Jul 10:00   caseworker    submits the report, all not achieved
                   then          ends completed

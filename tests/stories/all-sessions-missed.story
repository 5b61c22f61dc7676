story     Not one session attended: closure is proposed, and the practitioner withdraws
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
Wed 15 Jul 10:00   practitioner  withdraws NOT because he never came
                   then          no task closure/1; awaiting closing; no clock report
Wed 22 Jul 23:59   then          stage end-of-service
Thu 23 Jul 00:00   then          ends cancelled; documents 0

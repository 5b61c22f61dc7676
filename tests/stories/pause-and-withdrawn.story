story     Paused on remand, then sentenced to custody: withdrawn from the pause
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  pauses for remand until Wed 1 Jul because he was remanded
Fri 19 Jun 10:00   practitioner  withdraws RET because he was sentenced to custody
                   then          awaiting report
                   then          clock report due Fri 26 Jun
Thu 25 Jun 10:00   caseworker    submits the report, all not achieved
                   then          ends ended-early; no task review/pause/1

story     Two absences in a row that nobody excused: the practitioner hears the same day
referral  lifestyle-low
sent      Mon 7 Sep 2026 10:00
policy    auto-approval

Tue 8 Sep 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 14 Sep 14:00
Mon 14 Sep 15:10   caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 22 Sep 14:00
Tue 22 Sep 15:10   caseworker    records did not attend, unexcused, next Fri 25 Sep 14:00
                   then          no task absence/*
Fri 25 Sep 15:10   caseworker    records did not attend, unexcused, next Tue 29 Sep 14:00
                   then          task absence/session-1/2 for probation-practitioner
Sat 26 Sep 00:00   then          task overdue absence/session-1/2
Sat 26 Sep 10:00   practitioner  closes task absence/session-1/2 because warned in person
                   then          no task absence/session-1/2
Tue 29 Sep 15:10   caseworker    records attended
                   then          sessions 1 of 5

story     Three dates for the assessment come to nothing, each excused: the practitioner decides how to go on
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Thu 4 Jun 14:00
Thu 4 Jun 15:10    caseworker    records attended but no session logistics, next Fri 5 Jun 14:00
Fri 5 Jun 15:10    caseworker    records did not attend, excused, next Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records did not attend, excused, next Wed 10 Jun 14:00
                   then          no task attempts/assessment
Wed 10 Jun 15:10   caseworker    records did not attend, excused, next Fri 12 Jun 14:00
                   then          task attempts/assessment for probation-practitioner; no task absence/*
Thu 11 Jun 00:00   then          task overdue attempts/assessment
Fri 12 Jun 15:10   caseworker    records attended, needs work, barriers none
                   then          no task attempts/assessment; no task overdue/attempts/assessment; clock assessment met

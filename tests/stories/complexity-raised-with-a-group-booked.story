story     Raised to one-to-one only with a group booked: the group does not take place
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    practitioner  decides group-risk yes because no conflict in the group
                   caseworker    books Fri 19 Jun 14:00 group-work
Wed 10 Jun 10:00   practitioner  amends complexity to high because he has joined a gang
                   then          task review/plan/*
                   then          no date session-2
                   then          date session-1

story     She can no longer come on the day that is booked: somebody is asked
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    caseworker    amends unavailable Tue 13:00-16:00 because she has a job
                   then          task review/dates/*
                   caseworker    books Wed 17 Jun 14:00 slot session-1, moved by participant because she has a job
                   then          date session-1

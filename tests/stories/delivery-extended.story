story     Two sessions were missed: the practitioner agrees to two weeks more, and the clock runs to that day
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   practitioner  amends delivery until Fri 31 Jul because he starts a job
                   then          refused not-begun
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Tue 23 Jun 15:10   caseworker    records did not attend, excused, next Tue 30 Jun 14:00
Tue 30 Jun 15:10   caseworker    records did not attend, excused, next Tue 7 Jul 14:00
                   then          clock delivery/lifestyle-and-associates due Tue 14 Jul
                   caseworker    amends delivery until Tue 28 Jul because he was ill twice
                   then          refused practitioner-agrees
                   practitioner  amends delivery until Tue 14 Jul because he was ill twice
                   then          refused not-longer
                   practitioner  amends delivery until Tue 28 Jul because he was ill twice
                   then          clock delivery/lifestyle-and-associates due Tue 28 Jul
                   then          clock delivery/lifestyle-and-associates explains by the practitioner's agreement
                   practitioner  amends delivery until Tue 28 Jul because he was ill twice
                   then          unchanged
Tue 7 Jul 15:10    caseworker    records attended, next Tue 14 Jul 14:00
Tue 14 Jul 15:10   caseworker    records attended, next Tue 21 Jul 14:00
Wed 15 Jul 00:00   then          clock delivery/lifestyle-and-associates running
Tue 21 Jul 15:10   caseworker    records did not attend, next Thu 30 Jul 14:00
Wed 29 Jul 00:00   then          clock delivery/lifestyle-and-associates breached; task breached/delivery/lifestyle-and-associates
Wed 29 Jul 10:00   practitioner  amends delivery until Fri 7 Aug because he has two left
                   then          clock delivery/lifestyle-and-associates running; no task breached/delivery/lifestyle-and-associates
Wed 29 Jul 11:00   caseworker    pauses for illness until Mon 3 Aug because of his operation
Mon 3 Aug 10:00    caseworker    resumes because he is well
                   then          clock delivery/lifestyle-and-associates due Wed 12 Aug
                   caseworker    books Tue 4 Aug 14:00
Tue 4 Aug 15:10    caseworker    records attended, next Tue 11 Aug 14:00
Tue 11 Aug 15:20   caseworker    records the final session
                   then          clock delivery/lifestyle-and-associates met; sessions 5 of 5

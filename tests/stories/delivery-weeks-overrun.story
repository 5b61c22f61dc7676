story     Five sessions take longer than four weeks
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00, and so on every Tue until Tue 30 Jun
                   then          clock delivery/lifestyle-and-associates due Tue 14 Jul
Tue 7 Jul 09:00    then          task warned/delivery/lifestyle-and-associates
Tue 7 Jul 15:10    caseworker    records did not attend, next Tue 14 Jul 14:00
Tue 14 Jul 15:10   caseworker    records attended, next Tue 21 Jul 14:00
Wed 15 Jul 00:00   then          clock delivery/lifestyle-and-associates breached because dose-not-met
Tue 21 Jul 15:20   caseworker    records the final session
                   then          clock delivery/lifestyle-and-associates met-late; sessions 5 of 5
                   then          no task breached/delivery/lifestyle-and-associates

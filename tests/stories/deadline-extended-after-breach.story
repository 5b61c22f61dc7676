story     A deadline that was missed is put off: its clock runs again, to the new day
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  amends deadline to Mon 22 Jun because he is deported
Tue 23 Jun 00:00   then          clock completion-deadline breached; task breached/completion-deadline
Tue 23 Jun 10:00   practitioner  amends deadline to Thu 20 Aug because he is not
                   then          clock completion-deadline running; no task breached/completion-deadline
                   then          clock completion-deadline due Thu 20 Aug
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
                   then          sessions 2 of 5

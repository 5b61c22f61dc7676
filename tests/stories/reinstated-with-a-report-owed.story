story     Withdrawn in the middle, taken back before the report: no report is owed, sessions go on
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  withdraws MOV because he moved
                   then          clock report running
Thu 18 Jun 10:00   practitioner  reinstates because only his mother did
                   then          no clock report; stage delivery
                   caseworker    submits the report
                   then          refused not-in-this-stage
                   caseworker    books Tue 23 Jun 14:00
                   then          date session-2

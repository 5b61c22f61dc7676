story     Withdrawn by mistake, taken back: what was called off is booked again, and reminded once
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  reinstates because nothing was wrong
                   then          refused not-withdrawn
                   practitioner  withdraws MIS because it was a duplicate
                   then          no date session-2; clock delivery/lifestyle-and-associates stopped
Thu 18 Jun 10:00   practitioner  reinstates because it was the other referral
                   then          stage delivery; clock delivery/lifestyle-and-associates running; clock next-session/1 running
                   caseworker    books Tue 23 Jun 14:00
Mon 22 Jun 14:00   then          text reminder/session-2/2; no text reminder/session-2/1; texts 3
Tue 23 Jun 15:10   caseworker    records attended, next Tue 30 Jun 14:00
                   then          sessions 2 of 5

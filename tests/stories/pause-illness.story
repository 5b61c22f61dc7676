story     Ill for three weeks in the middle: dates called off, clocks held, gone on with
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
                   then          clock delivery/lifestyle-and-associates due Tue 14 Jul
Wed 17 Jun 10:00   caseworker    pauses for illness until Tue 7 Jul because he is in hospital
                   then          no date session-2; clock delivery/lifestyle-and-associates stopped; awaiting resumption; no clock next-session/1
Mon 22 Jun 14:00   then          no text reminder/session-2/1
Tue 7 Jul 09:00    then          task review/pause/1 for caseworker
Wed 8 Jul 10:00    caseworker    resumes because he is well again
                   then          clock delivery/lifestyle-and-associates due Tue 4 Aug; clock delivery/lifestyle-and-associates running
                   then          no task review/pause/1; clock next-session/1 running
                   caseworker    books Tue 14 Jul 14:00
Mon 13 Jul 14:00   then          text reminder/session-2/2; no text reminder/session-2/1

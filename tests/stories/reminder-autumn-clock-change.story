story     The clocks go back: an early session is reminded of on Friday evening, a later one on Sunday by the wall
referral  lifestyle-low
sent      Mon 12 Oct 2026 10:00
policy    auto-approval

Tue 13 Oct 10:00   operations    allocates Priya Nair
                   caseworker    books Fri 16 Oct 14:00
Fri 16 Oct 15:10   caseworker    records attended, needs work, barriers none
Mon 19 Oct 10:00   caseworker    submits the plan, first session Mon 26 Oct 08:30
                   caseworker    books Mon 26 Oct 14:00
Fri 23 Oct 18:00   then          text reminder/session-1/1; no text reminder/session-2/1
Sun 25 Oct 13:59   then          no text reminder/session-2/1
Sun 25 Oct 14:00   then          text reminder/session-2/1
Mon 26 Oct 09:40   caseworker    records attended
Mon 26 Oct 15:10   caseworker    records attended
                   then          sessions 2 of 5; clock delivery/lifestyle-and-associates due Mon 23 Nov

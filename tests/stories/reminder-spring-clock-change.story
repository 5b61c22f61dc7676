story     The clocks go forward in the night before: the reminder comes at the same time by the wall
referral  lifestyle-low
sent      Mon 23 Mar 2026 10:00

Tue 24 Mar 10:00   operations    allocates Priya Nair
                   caseworker    books Sun 29 Mar 12:00
Sat 28 Mar 11:59   then          no text reminder/assessment/1
Sat 28 Mar 12:00   then          text reminder/assessment/1
Sun 29 Mar 13:10   caseworker    records attended, needs work, barriers none
                   then          clock update/assessment/1 due Sun 29 Mar; clock update/assessment/1 met
                   then          clock action-plan due Tue 7 Apr

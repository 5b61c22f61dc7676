story     On remand before there is a plan: its clock stands still, and says so afterwards
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   then          clock action-plan due Mon 15 Jun
Tue 9 Jun 10:00    practitioner  pauses for remand until Tue 23 Jun because he was remanded
                   then          clock action-plan stopped
Tue 16 Jun 00:00   then          clock action-plan stopped
Fri 19 Jun 10:00   practitioner  resumes because he was given bail
                   then          clock action-plan due Thu 25 Jun; clock action-plan explains paused; clock action-plan running
Sat 20 Jun 10:00   caseworker    submits the plan, first session Fri 26 Jun 14:00
                   then          clock action-plan met; stage delivery

story     Paused while the plan lies with the practitioner: the decision is still due
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    caseworker    pauses for illness until Sun 21 Jun because she is in hospital
                   then          clock approval/1 running
Wed 10 Jun 10:00   practitioner  approves the plan
                   then          clock approval/1 met; no date session-1; task planned-date/* for caseworker
Mon 22 Jun 10:00   caseworker    resumes
                   then          stage delivery; clock next-session/1 running

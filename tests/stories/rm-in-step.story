story     R&M is told of everything as it happens, one thing at a time
referral  lifestyle-low
policy    in-step
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
                   then          told 1; letter welcome/1
Wed 4 Mar 11:00    caseworker    books Tue 10 Mar 14:00 face-to-face at Hope House
                   then          told 2
Tue 10 Mar 15:10   caseworker    records attended, needs housing, barriers confidence
                   then          told 4                        # what became of it; needs and barriers in a case note
Wed 11 Mar 10:00   caseworker    submits the plan, first session Tue 17 Mar 14:00
                   then          told 5
Wed 11 Mar 10:30   R&M           shows the plan approved by itself
                   then          unchanged; task decide/plan/1  # nobody's approval
Thu 12 Mar 16:00   practitioner  approves the plan
                   then          told 7; stage delivery         # the plan's dates in a case note; the first session
Tue 17 Mar 15:10   caseworker    records attended, next Tue 24 Mar 14:00
                   then          told 9; to key in 0
Wed 18 Mar 09:00   caseworker    pauses for illness until Mon 30 Mar because in hospital
                   then          told 11                       # the date called off, and why

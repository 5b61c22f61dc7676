story     Another caseworker takes over and is introduced by a letter of their own
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          letter welcome/1
                   operations    allocates Priya Nair
                   then          unchanged
                   operations    allocates Tom Akande
                   then          refused reallocation-needs-reason
Thu 4 Jun 10:00    operations    allocates Tom Akande because Priya is on leave
                   then          letter welcome/2; letters 2; clock allocation met
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, first session Tue 16 Jun 14:00
                   caseworker    approves the plan
                   then          refused own-plan

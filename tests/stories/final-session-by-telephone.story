story     The last session by telephone, after one face to face was offered
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00, and so on every Tue until Tue 30 Jun
Tue 7 Jul 15:10    caseworker    records attended, next Tue 14 Jul 14:00 phone
                   then          refused final-face-to-face
                   caseworker    records attended, next Tue 14 Jul 14:00 phone, offered face to face
                   then          sessions 4 of 5
Tue 14 Jul 15:10   caseworker    records attended
                   then          refused plan-not-reviewed
                   caseworker    records the final session
                   then          sessions 5 of 5; stage end-of-service

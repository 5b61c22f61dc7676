story     The night the clocks go back: a day of 25 hours, and the record of its first is made in its last
referral  lifestyle-low
sent      Mon 12 Oct 2026 00:30      # in Greenwich it is still Sunday: a day less

Tue 13 Oct 10:00   operations    allocates Priya Nair
                   caseworker    books Sun 25 Oct 00:30 phone
                   then          clock assessment due Mon 26 Oct
Sun 25 Oct 23:30   caseworker    records attended, needs work, barriers none
                   then          clock assessment met; clock update/assessment/1 met
                   then          clock action-plan due Fri 30 Oct

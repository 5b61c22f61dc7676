story     The night the clocks go forward: met before they do, on the record five minutes too late
referral  lifestyle-low
sent      Mon 16 Mar 2026 10:00

Tue 17 Mar 10:00   operations    allocates Priya Nair
                   caseworker    books Sun 29 Mar 00:15 phone
                   then          clock assessment due Mon 30 Mar
Mon 30 Mar 00:00   then          clock update/assessment/1 breached because not-recorded
Mon 30 Mar 00:05   caseworker    records attended, needs work, barriers none      # in Greenwich it is still Sunday
                   then          clock assessment met; clock update/assessment/1 met-late
                   then          clock action-plan due Tue 7 Apr

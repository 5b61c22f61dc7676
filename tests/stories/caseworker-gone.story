story     The caseworker has left: operations are asked for another, who is introduced
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    operations    says the caseworker has gone because she left the company
                   then          task reallocate/* for operations; date session-1
                   operations    says the caseworker has gone because she left the company
                   then          unchanged
Mon 15 Jun 14:00   then          text reminder/session-1/1; task overdue reallocate/*
Tue 16 Jun 10:00   operations    allocates Tom Akande because Priya has left
                   then          no task reallocate/*; letter welcome/2
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
                   then          sessions 1 of 5

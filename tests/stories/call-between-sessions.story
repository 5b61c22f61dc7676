story     Calls between sessions are on the record the same day, and a concern voiced in one reaches the practitioner at once
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    in-step

Mon 1 Jun 12:00    operations    notes a call Mon 1 Jun 11:45 with the practitioner, saying "he is at his sister's"
                   then          clock update/note/1 met; stage referral
Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    notes a call Tue 2 Jun 09:50, nobody answered
                   caseworker    notes a call Tue 2 Jun 09:50, nobody answered
                   then          unchanged
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 16:00    caseworker    notes a call Wed 3 Jun 15:30, saying he slept badly, concern he spoke of going back to the men he owes
                   then          task concern/note/3 for probation-practitioner; clock update/note/3 met; date assessment
Wed 3 Jun 17:01    then          task overdue concern/note/3
                   caseworker    notes a call Wed 3 Jun 15:30, saying he slept badly and is at home alone, concern he spoke of going back to the men he owes
                   then          no task concern/note/4; no clock update/note/4
                   caseworker    notes a call Wed 3 Jun 15:30, saying he slept badly and is at home alone, concern he owes them two thousand pounds
                   then          task concern/note/5 for probation-practitioner
Thu 4 Jun 09:30    practitioner  closes task concern/note/3 because "police told, and he is with his sister"
Fri 5 Jun 09:00    caseworker    notes a visit Thu 4 Jun 17:00, saying he was well
                   then          clock update/note/6 met-late; sessions 0 of 5
                   caseworker    notes a call Fri 5 Jun 09:01, saying she rang too soon
                   then          refused not-yet
                   caseworker    notes a call Mon 1 Jun 09:59, saying he rang before we were asked
                   then          refused before-the-referral

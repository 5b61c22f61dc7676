story     Nobody makes a date for the assessment, then it is called off: both times operations hear of it in two days
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          clock assessment-date/1 running; clock assessment-date/1 due Thu 4 Jun
Fri 5 Jun 00:00    then          clock assessment-date/1 breached because not-booked
                   then          task breached/assessment-date/1 for operations
Fri 5 Jun 10:00    caseworker    books Tue 9 Jun 14:00
                   then          clock assessment-date/1 met-late; no task breached/assessment-date/1
Mon 8 Jun 10:00    caseworker    calls off assessment because the room is flooded
                   then          clock assessment-date/2 due Wed 10 Jun
Tue 9 Jun 10:00    caseworker    pauses for illness until Mon 15 Jun because he has influenza
                   then          no clock assessment-date/2
Thu 11 Jun 10:00   caseworker    resumes because he is well
                   then          clock assessment-date/2 due Mon 15 Jun
                   caseworker    books Fri 12 Jun 10:00
Fri 12 Jun 11:10   caseworker    records did not attend
                   then          task rebook/assessment/2 for caseworker
Fri 12 Jun 12:00   caseworker    books Mon 15 Jun 10:00
                   then          no task rebook/assessment/2
Mon 15 Jun 11:10   caseworker    records attended, needs work, barriers none
                   then          clock assessment met; stage action-plan

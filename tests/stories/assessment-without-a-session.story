story     They came, the room was not free: no session, a new date, and not their fault
referral  lifestyle-low
sent      Mon 8 Jun 2026 10:00

Tue 9 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 22 Jun 10:00
Mon 22 Jun 10:30   caseworker    records attended but no session logistics
                   then          task rebook/assessment/1; clock assessment running
Tue 23 Jun 00:00   then          clock assessment breached because providers-fault
Tue 23 Jun 09:00   caseworker    books Tue 23 Jun 15:00
                   then          text reminder/assessment/2
Tue 23 Jun 16:10   caseworker    records attended, needs work, barriers none
                   then          clock assessment met-late because providers-fault

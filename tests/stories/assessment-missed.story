story     The participant does not come to the assessment: the clock runs on and says why
referral  lifestyle-medium
sent      Mon 8 Jun 2026 10:00

Tue 9 Jun 10:00    operations    allocates Priya Nair
Wed 10 Jun 10:00   caseworker    books Thu 18 Jun 14:00
Thu 18 Jun 15:05   caseworker    records did not attend
                   then          task rebook/assessment/1; clock update/assessment/1 met; awaiting booking
Tue 23 Jun 00:00   then          clock assessment breached because did-not-attend
Tue 23 Jun 10:00   caseworker    books Fri 26 Jun 14:00
                   then          no task rebook/assessment/1
Thu 25 Jun 14:00   then          text reminder/assessment/2
Fri 26 Jun 15:10   caseworker    records attended, needs friends, barriers transport
                   then          clock assessment met-late because did-not-attend

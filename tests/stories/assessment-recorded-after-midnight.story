story     Held on the tenth working day, put on the record after midnight: held in time, recorded late
referral  lifestyle-low
sent      Mon 1 Jun 2026 09:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
Wed 3 Jun 10:00    caseworker    books Mon 15 Jun 17:00
Mon 15 Jun 18:00   then          task warned/update/assessment/1
Tue 16 Jun 00:00   then          clock assessment breached because booked-late-or-not-recorded
                   then          clock update/assessment/1 breached because not-recorded
Tue 16 Jun 00:20   caseworker    records attended, needs work, barriers none
                   then          clock assessment met; clock update/assessment/1 met-late
                   then          no task breached/assessment; no task breached/update/assessment/1
                   then          clock action-plan due Mon 22 Jun

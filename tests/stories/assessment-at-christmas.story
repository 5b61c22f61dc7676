story     Ten working days over Christmas and New Year; the assessment takes place on the last of them
referral  lifestyle-low
sent      Thu 17 Dec 2026 15:20

Fri 18 Dec 10:00   operations    allocates Priya Nair
                   then          clock assessment due Tue 5 Jan; clock assessment-early-target due Sun 27 Dec
Mon 21 Dec 10:00   caseworker    books Tue 5 Jan 16:00
Thu 31 Dec 09:00   then          task warned/assessment
Mon 4 Jan 16:00    then          text reminder/assessment/1
Tue 5 Jan 17:10    caseworker    records attended, needs housing, barriers none
                   then          clock assessment met; clock assessment-early-target met-late; no task warned/assessment
                   then          clock action-plan due Tue 12 Jan

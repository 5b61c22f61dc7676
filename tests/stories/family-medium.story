story     Family medium: twelve hours, twice a fortnight, the middle ones by telephone
referral  family-medium
sent      Thu 5 Mar 2026 10:10

Thu 5 Mar 16:00    operations    allocates Grace Obi
Fri 6 Mar 10:00    caseworker    books Tue 17 Mar 15:00 at Hope House
Tue 17 Mar 16:10   caseworker    records attended, needs parenting, barriers shift work
                   then          clock assessment met; clock assessment-early-target met-late
Thu 19 Mar 12:00   caseworker    submits the plan, first session Wed 25 Mar 15:00
Mon 23 Mar 10:00   practitioner  approves the plan
                   then          letter plan-copy/1
Wed 25 Mar 16:10   caseworker    records attended, next Wed 1 Apr 15:00
Wed 1 Apr 16:10    caseworker    records attended, next Wed 8 Apr 15:00
Wed 8 Apr 16:10    caseworker    records attended, next Wed 15 Apr 15:00, and so on every Wed until Wed 15 Apr
                   then          minutes 240
Wed 22 Apr 16:10   caseworker    records attended, next Wed 29 Apr 15:00 phone about interventions-in-parenting, and so on every Wed until Wed 13 May
                   then          minutes 480; no task three-way/caseworker
Wed 20 May 16:10   caseworker    records attended, next Wed 27 May 15:00, and so on every Wed until Wed 3 Jun
                   then          task three-way/caseworker; sessions 11 of 12; stage final-session
Wed 10 Jun 16:20   caseworker    records the final session
                   then          awaiting report
Wed 17 Jun 16:00   caseworker    submits the report
                   then          clock report met; ends completed; minutes 720; sessions 12 of 12; texts 13; letters 2

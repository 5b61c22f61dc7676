story     Family high: twenty hours, twice a week, and no text because nobody said it was safe
referral  family-high
sent      Fri 6 Mar 2026 08:31

Fri 6 Mar 14:00    operations    allocates Priya Nair
Mon 9 Mar 10:00    caseworker    books Fri 13 Mar 11:00 at Hope House
Thu 12 Mar 11:00   then          word reminder/assessment/1 withheld; task reach/reminder/assessment/1
Thu 12 Mar 12:00   caseworker    closes task reach/reminder/assessment/1 because told by telephone
                   then          no task reach/reminder/assessment/1
Fri 13 Mar 12:10   caseworker    records attended, needs relationships, barriers anger
Wed 18 Mar 09:00   caseworker    submits the plan, first session Tue 24 Mar 11:00
Fri 20 Mar 10:00   practitioner  approves the plan
                   then          letter plan-copy/1
Tue 24 Mar 12:10   caseworker    records attended, next Fri 27 Mar 11:00
Fri 27 Mar 12:10   caseworker    records attended, next Tue 31 Mar 11:00
Tue 31 Mar 12:10   caseworker    records attended, next Tue 7 Apr 11:00, and so on every Tue and Fri until Fri 22 May
                   then          sessions 17 of 20; task three-way/probation-practitioner
Tue 26 May 12:10   caseworker    records attended, next Fri 29 May 11:00, and so on every Tue and Fri until Fri 29 May
                   then          sessions 19 of 20; stage final-session
Mon 1 Jun 09:00    practitioner  accepts the three-way session
Tue 2 Jun 12:30    caseworker    records the final session, with the practitioner
Thu 4 Jun 10:00    caseworker    submits the report, all partially achieved
                   then          ends completed; minutes 1200; sessions 20 of 20; texts 0; letters 2; documents 1

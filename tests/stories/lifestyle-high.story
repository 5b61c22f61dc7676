story     Lifestyle high: twelve sessions in eight weeks, twice a week, one to one
referral  lifestyle-high
sent      Wed 4 Mar 2026 11:20

Thu 5 Mar 10:00    operations    allocates Priya Nair
                   then          letter welcome/1
Fri 6 Mar 10:00    caseworker    books Thu 12 Mar 13:00 at Hope House, 90 minutes
Thu 12 Mar 14:50   caseworker    records attended, needs housing and accommodation, barriers trust
                   then          clock assessment met; clock assessment-early-target met
Mon 16 Mar 09:00   caseworker    submits the plan, first session Tue 24 Mar 11:00
Thu 19 Mar 11:00   practitioner  approves the plan
                   then          clock approval/1 met; letter plan-copy/1
Tue 24 Mar 12:10   caseworker    records attended, next Fri 27 Mar 11:00
Fri 27 Mar 12:10   caseworker    records attended, next Tue 31 Mar 11:00
Tue 31 Mar 12:10   caseworker    records attended, next Tue 7 Apr 11:00, and so on every Tue and Fri until Tue 28 Apr
                   then          sessions 10 of 12; task three-way/probation-practitioner
Wed 29 Apr 10:00   participant   declines the three-way session
                   then          no task three-way/caseworker
Fri 1 May 12:10    caseworker    records attended, next Tue 5 May 11:00 about core-values-and-beliefs
                   then          sessions 11 of 12; stage final-session
Tue 5 May 12:30    caseworker    records the final session
                   then          clock delivery/lifestyle-and-associates met
Fri 8 May 15:00    caseworker    submits the report
                   then          ends completed; sessions 12 of 12; texts 13; letters 3; documents 1

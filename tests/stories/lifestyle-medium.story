story     Lifestyle medium: eight sessions in eight weeks, one of them missed and made up
referral  lifestyle-medium
sent      Tue 3 Mar 2026 14:05

Wed 4 Mar 09:30    operations    allocates Tom Akande
                   then          letter welcome/1
Wed 4 Mar 15:00    caseworker    books Thu 12 Mar 10:00 at Hope House
Thu 12 Mar 11:15   caseworker    records attended, needs social contacts and finance, barriers language
                   then          text reminder/assessment/1; clock assessment met
Mon 16 Mar 12:00   caseworker    submits the plan, first session Thu 19 Mar 10:00
Tue 17 Mar 09:10   practitioner  approves the plan
                   then          letter plan-copy/1; stage delivery
Thu 19 Mar 11:10   caseworker    records attended, next Thu 26 Mar 10:00, and so on every Thu until Thu 9 Apr
                   then          sessions 4 of 8; clock delivery/lifestyle-and-associates due Thu 14 May
Thu 16 Apr 10:40   caseworker    records did not attend, next Mon 20 Apr 10:00 about causes-of-offending
                   then          sessions 4 of 8; clock update/session-5/1 met
Mon 20 Apr 11:10   caseworker    records attended, next Thu 23 Apr 10:00 about community-engagement
                   then          text reminder/session-5/2; sessions 5 of 8
Thu 23 Apr 11:10   caseworker    records late because the bus was late, 45 minutes, next Thu 30 Apr 10:00
Thu 30 Apr 11:10   caseworker    records attended, next Thu 7 May 10:00
                   then          sessions 7 of 8; stage final-session; clock three-way-offer met
Thu 7 May 11:20    caseworker    records the final session, further support the walking group
                   then          clock delivery/lifestyle-and-associates met; clock completion-deadline met
Tue 12 May 16:00   caseworker    submits the report, all partially achieved
                   then          ends completed; sessions 8 of 8; texts 10; letters 3; documents 1

story     Lifestyle low: five sessions in four weeks, over Easter
referral  lifestyle-low
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
                   then          clock allocation met; letter welcome/1; stage assessment
Wed 4 Mar 11:00    caseworker    books Tue 10 Mar 14:00 face-to-face at Hope House
Mon 9 Mar 14:00    then          text reminder/assessment/1
Tue 10 Mar 15:10   caseworker    records attended, needs housing, barriers confidence
                   then          clock assessment met; clock update/assessment/1 met; stage action-plan
Wed 11 Mar 10:00   caseworker    submits the plan, first session Tue 17 Mar 14:00
                   then          clock action-plan met; clock approval/1 running; task decide/plan/1
Thu 12 Mar 16:00   practitioner  approves the plan
                   then          clock approval/1 met; letter plan-copy/1; stage delivery
                   then          task three-way/caseworker; task three-way/probation-practitioner
Tue 17 Mar 15:10   caseworker    records attended, next Tue 24 Mar 14:00, and so on every Tue until Tue 31 Mar
                   then          sessions 3 of 5; clock delivery/lifestyle-and-associates due Tue 14 Apr
Tue 7 Apr 15:10    caseworker    records attended, next Tue 14 Apr 14:00
                   then          sessions 4 of 5; stage final-session; clock three-way-offer met
Wed 8 Apr 09:30    practitioner  accepts the three-way session
                   then          no task three-way/probation-practitioner
Tue 14 Apr 15:30   caseworker    records the final session, with the practitioner
                   then          clock delivery/lifestyle-and-associates met; stage end-of-service
Thu 16 Apr 10:00   caseworker    submits the report
                   then          document end-of-service-report; letter closure; clock report met
                   then          ends completed; sessions 5 of 5; texts 6; letters 3; documents 1

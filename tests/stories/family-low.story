story     Family low: five hours, once or twice a month, no welcome letter
referral  family-low
sent      Mon 2 Mar 2026 16:55

Wed 4 Mar 09:00    operations    allocates Priya Nair
                   then          nothing sent; no letter welcome/1
Wed 4 Mar 09:30    caseworker    books Wed 11 Mar 10:00 at Hope House
Wed 11 Mar 11:20   caseworker    records attended, needs contact with his daughter, barriers distance
Fri 13 Mar 14:00   caseworker    submits the plan, first session Thu 19 Mar 10:00
Mon 16 Mar 10:00   practitioner  approves the plan
                   then          letter plan-copy/1; stage delivery
Thu 19 Mar 11:10   caseworker    records attended, next Thu 2 Apr 10:00 about family-ties-workshop
                   then          minutes 60; no clock delivery/family-and-significant-others
Thu 2 Apr 11:10    caseworker    decides consent/family-meetings yes because both daughters signed
                   practitioner  decides risk/family-meetings yes because checked with the police
                   caseworker    records attended, next Thu 23 Apr 10:00 phone about family-meetings
Thu 23 Apr 11:10   caseworker    records attended, next Thu 7 May 10:00
                   then          minutes 180; task three-way/caseworker
Thu 7 May 11:10    caseworker    records attended, next Thu 28 May 10:00
                   then          stage final-session; clock three-way-offer met
Thu 28 May 11:30   caseworker    records the final session
Mon 1 Jun 10:00    caseworker    submits the report
                   then          ends completed; minutes 300; sessions 5 of 5; texts 6; letters 2; documents 1

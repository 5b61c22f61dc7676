story     Both pathways: one assessment, one plan, one report, a dose for each
referral  both-pathways
sent      Thu 2 Apr 2026 16:40

Tue 7 Apr 10:00    operations    allocates Priya Nair
                   then          clock allocation met; letter welcome/1; clock assessment due Mon 20 Apr
Wed 8 Apr 10:00    caseworker    books Thu 16 Apr 14:00 at Hope House
Thu 16 Apr 15:20   caseworker    records attended, needs friends and family, barriers time
Mon 20 Apr 10:00   caseworker    submits the plan, first session Thu 23 Apr 14:00 for lifestyle
Tue 21 Apr 10:00   practitioner  approves the plan
Tue 21 Apr 11:00   caseworker    books Wed 29 Apr 14:00
                   then          refused which-pathway
                   caseworker    books Wed 29 Apr 14:00 for family about family-ties-workshop
Thu 23 Apr 15:10   caseworker    records attended, next Thu 30 Apr 14:00 for lifestyle
                   then          sessions 1 of 13; clock delivery/lifestyle-and-associates due Thu 18 Jun
Wed 29 Apr 15:10   caseworker    records attended, next Wed 13 May 14:00 for family
Thu 30 Apr 15:10   caseworker    records attended, next Thu 7 May 14:00 for lifestyle
Thu 7 May 15:10    caseworker    records attended, next Thu 14 May 14:00 for lifestyle
Wed 13 May 15:10   caseworker    records attended, next Wed 3 Jun 14:00 for family
                   then          sessions 5 of 13
Thu 14 May 15:10   caseworker    records attended, next Thu 21 May 14:00 for lifestyle, and so on every Thu until Thu 28 May
Wed 3 Jun 15:10    caseworker    records attended, next Wed 17 Jun 14:00 for family
Thu 4 Jun 15:10    caseworker    records attended, next Thu 11 Jun 14:00 for lifestyle
                   then          sessions 10 of 13; task three-way/caseworker
Thu 11 Jun 15:10   caseworker    records attended
                   then          sessions 11 of 13; no clock next-session/1
                   then          clock delivery/lifestyle-and-associates met
Wed 17 Jun 15:10   caseworker    records attended, next Wed 8 Jul 14:00
                   then          stage final-session; clock three-way-offer met
                   then          no clock delivery/family-and-significant-others
Wed 8 Jul 15:30    caseworker    records the final session
Fri 10 Jul 10:00   caseworker    submits the report
                   then          ends completed; sessions 13 of 13; letters 3; documents 1

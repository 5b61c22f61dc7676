story     The practitioner approves the plan in R&M: it is approved here, by them
referral  lifestyle-low
policy    in-step
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
Wed 4 Mar 11:00    caseworker    books Tue 10 Mar 14:00 face-to-face at Hope House
Tue 10 Mar 15:10   caseworker    records attended, needs housing, barriers confidence
Wed 11 Mar 10:00   caseworker    submits the plan, first session Tue 17 Mar 14:00
                   then          told 5; task decide/plan/1
Thu 12 Mar 05:35   R&M           shows the plan approved by Ola Okafor
                   then          stage delivery; date session-1; letter plan-copy/1; no task decide/plan/1

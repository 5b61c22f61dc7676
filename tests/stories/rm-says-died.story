story     R&M is the first to say that the participant died: nothing is written to them from then on
referral  lifestyle-low
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
Wed 4 Mar 11:00    caseworker    books Tue 10 Mar 14:00 face-to-face at Hope House
Mon 9 Mar 05:35    R&M           shows it ended USE
                   then          suppressed; no date assessment
Mon 9 Mar 14:30    then          no text reminder/assessment/1

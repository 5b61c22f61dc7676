story     The practitioner withdraws the referral in R&M: it ends here under the same code
referral  lifestyle-low
policy    in-step
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
Wed 4 Mar 11:00    caseworker    books Tue 10 Mar 14:00 face-to-face at Hope House
                   then          told 2
Thu 5 Mar 05:35    R&M           shows it ended MOV
                   then          awaiting closing; no date assessment; told 2
Fri 6 Mar 05:35    R&M           shows it ended MOV
                   then          unchanged
Fri 13 Mar 09:00   then          ends cancelled

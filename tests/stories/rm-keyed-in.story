story     Nobody lends us a user: everything R&M must know is keyed in, and the daily look sees that it was
referral  lifestyle-low
policy    keyed-in
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
                   then          to key in 1; task key-in/*/assignment for operations; told 0
Wed 4 Mar 05:35    R&M           shows the caseworker Priya Nair
                   then          to key in 0; no task key-in/*
Wed 4 Mar 11:00    caseworker    books Tue 10 Mar 14:00 face-to-face at Hope House
                   then          to key in 1; task key-in/*/assessment-booking for caseworker
Thu 5 Mar 09:00    then          task overdue key-in/*/assessment-booking

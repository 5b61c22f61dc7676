story     Somebody assigns another caseworker in R&M: nobody can guess who is right, so operations decide
referral  lifestyle-low
policy    in-step
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
                   then          told 1
Wed 4 Mar 05:35    R&M           shows the caseworker Jo Mills
                   then          task differs/caseworker for operations
Wed 4 Mar 09:00    operations    allocates Jo Mills because agreed with the team
Thu 5 Mar 05:35    R&M           shows the caseworker Jo Mills
                   then          no task differs/*

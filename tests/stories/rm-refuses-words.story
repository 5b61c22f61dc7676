story     R&M's firewall will not let the words of a record in: they are kept, and a person keys them in
referral  lifestyle-low
policy    in-step
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
Wed 4 Mar 11:00    caseworker    books Tue 10 Mar 14:00 face-to-face at Hope House
                   then          told 2
Tue 10 Mar 15:05   R&M           refuses with blocked-text
Tue 10 Mar 15:10   caseworker    records attended, needs housing, barriers confidence
                   then          to key in 1; task key-in/*/assessment-feedback for caseworker
                   then          told 3                        # the next record goes on
Tue 10 Mar 17:30   caseworker    closes task key-in/0018/assessment-feedback because keyed in with other words
                   then          to key in 0; no task key-in/*

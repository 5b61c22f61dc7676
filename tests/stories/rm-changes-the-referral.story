story     The practitioner changes the referral in R&M, where no event says so: the daily look finds it
referral  lifestyle-low
sent      Mon 2 Mar 2026 09:42

Tue 3 Mar 10:00    operations    allocates Priya Nair
Wed 4 Mar 05:35    R&M           shows the deadline Fri 31 Jul
                   then          clock completion-deadline due Fri 31 Jul
Thu 5 Mar 05:35    R&M           shows the same
                   then          unchanged
Fri 6 Mar 05:35    R&M           shows complexity medium
                   then          sessions 0 of 8
Fri 6 Mar 10:00    practitioner  undoes the amendment because keyed into the wrong case
                   then          sessions 0 of 5
Sat 7 Mar 05:35    R&M           shows complexity medium
                   then          sessions 0 of 5; task differs/complexity/* for probation-practitioner
Mon 9 Mar 05:35    R&M           shows the same
                   then          no task differs/*

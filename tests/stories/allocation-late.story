story     Nobody takes the referral for two working days, over the spring clock change
referral  lifestyle-low
sent      Fri 27 Mar 2026 17:30

Tue 31 Mar 23:59   then          clock allocation running; clock allocation due Tue 31 Mar; awaiting allocation
Wed 1 Apr 00:00    then          clock allocation breached because not-allocated; task breached/allocation
Wed 1 Apr 11:00    operations    allocates Priya Nair
                   then          clock allocation met-late because not-allocated; no task breached/allocation
                   then          letter welcome/1; stage assessment

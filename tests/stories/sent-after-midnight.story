story     Sent half an hour into a British summer day, which is the evening before in Greenwich
referral  lifestyle-low
sent      Wed 1 Apr 2026 00:30

Wed 1 Apr 00:31    then          clock allocation due Tue 7 Apr; clock assessment due Fri 17 Apr
Tue 7 Apr 23:59    operations    allocates Priya Nair
                   then          clock allocation met

story     Two machines never talk for long: two automatic answers an hour, and every text is still a task
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
Tue 2 Jun 11:00    participant   replies "argyfwng"
Tue 2 Jun 11:01    participant   replies "argyfwng"
                   then          texts 2
Tue 2 Jun 11:02    participant   replies "argyfwng"
                   then          texts 2; task urgent/3
Tue 2 Jun 12:03    participant   replies "argyfwng"
                   then          texts 3; task urgent/4

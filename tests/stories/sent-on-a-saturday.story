story     Sent on a Saturday: the days start to count on Monday
referral  family-low
sent      Sat 6 Jun 2026 18:00

Sat 6 Jun 18:00    then          clock allocation due Tue 9 Jun; clock assessment due Fri 19 Jun
Mon 8 Jun 09:00    operations    allocates Priya Nair
                   then          clock allocation met; nothing sent

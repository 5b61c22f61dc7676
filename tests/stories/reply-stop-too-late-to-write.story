story     STOP two days before: a letter would come too late, so the caseworker has to ring
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Thu 4 Jun 14:00
                   participant   replies "STOP"
                   then          texts off; nothing sent; no letter appointment-letter/assessment/1
Wed 3 Jun 14:05    then          text reminder/assessment/1 withheld; task reach/reminder/assessment/1 for caseworker

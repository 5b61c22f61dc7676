story     STOP: texts stop at once, a letter tells of the date, the caseworker agrees another way
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 09:00    participant   replies "STOP"
                   then          texts off; task keep-in-touch/* for caseworker; texts 0; letter appointment-letter/assessment/1
Sun 7 Jun 14:05    then          text reminder/assessment/1 withheld; task reach/reminder/assessment/1 for caseworker

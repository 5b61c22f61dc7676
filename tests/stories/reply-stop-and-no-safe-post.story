story     STOP, and nobody recorded that letters are safe: nothing is written at all
referral  family-low
sent      Mon 1 Jun 2026 10:00
contact   letter unknown

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Thu 11 Jun 14:00
                   participant   replies "STOP"
                   then          texts off; nothing sent; task keep-in-touch/*
Tue 9 Jun 10:00    caseworker    amends contact letter safe, because we asked
                   then          no letter appointment-letter/assessment/1
Wed 10 Jun 14:05   then          text reminder/assessment/1 withheld; task reach/reminder/assessment/1

story     Texts are heard in a pause, after a withdrawal and after a death; nothing goes out where it must not
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
Wed 3 Jun 10:00    practitioner  pauses for illness until Mon 15 Jun, because in hospital
                   participant   replies "home on Friday"
                   then          task reply/1
Mon 8 Jun 10:00    practitioner  withdraws USE because told by the family
                   then          suppressed
                   participant   replies "suicide"
                   then          nothing sent; task urgent/2
                   participant   replies "STOP"
                   then          texts off; no task keep-in-touch/*

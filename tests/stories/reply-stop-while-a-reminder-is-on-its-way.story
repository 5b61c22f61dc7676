story     STOP just after a reminder, and its receipt comes after it: nothing more goes out
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:01    participant   replies "stop"
                   carrier       says reminder/assessment/1 arrived
                   then          texts off; text reminder/assessment/1 delivered
Sun 7 Jun 15:00    caseworker    books Wed 10 Jun 14:00, slot assessment, moved by participant, because a shift at work
Tue 9 Jun 14:05    then          text reminder/assessment/2 withheld

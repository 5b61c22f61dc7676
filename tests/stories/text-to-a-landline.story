story     A receipt says the number is a landline: it is left alone from then on
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:05    carrier       says reminder/assessment/1 did not arrive because 30006
                   then          text reminder/assessment/1 undelivered; texts off
                   then          task undelivered/reminder/assessment/1 for caseworker

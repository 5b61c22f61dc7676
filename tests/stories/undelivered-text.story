story     The carrier says a text did not arrive: the caseworker is asked to tell them another way
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:00    then          text reminder/assessment/1 accepted
Sun 7 Jun 14:02    carrier       says reminder/assessment/1 did not arrive
                   then          text reminder/assessment/1 undelivered; task undelivered/reminder/assessment/1
Sun 7 Jun 14:05    carrier       says reminder/assessment/1 arrived
                   then          unchanged
Mon 8 Jun 10:00    caseworker    closes task undelivered/reminder/assessment/1 because told by telephone
                   then          no task undelivered/reminder/assessment/1

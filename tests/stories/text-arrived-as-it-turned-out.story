story     Asked after a text, the carrier says it arrived: nobody has to do anything
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    amends mobile to +447700900200, because a new phone
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 17:55    then          text reminder/assessment/1 accepted
Sun 7 Jun 18:05    then          text reminder/assessment/1 delivered; no task unheard/reminder/assessment/1

story     Asked after a text, the carrier says it did not arrive: the caseworker rings
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    amends mobile to +447700900503, because a new phone
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 18:05    then          text reminder/assessment/1 undelivered; task undelivered/reminder/assessment/1 for caseworker
                   then          texts on; no task keep-in-touch/*

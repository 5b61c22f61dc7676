story     The carrier takes no texts for this participant: they are off, and another way is agreed
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    amends mobile to +447700900410, because a new phone
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:05    then          text reminder/assessment/1 failed; texts off; task keep-in-touch/* for caseworker
                   then          task unsent/reminder/assessment/1 for caseworker

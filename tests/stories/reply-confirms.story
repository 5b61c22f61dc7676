story     Yes: the appointment is confirmed, and a second yes changes nothing
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:02    participant   replies "Yes please"
                   then          confirmed assessment; no task reply/1; texts on
                   participant   replies "Yes please" again
                   then          unchanged
                   participant   replies "1"
                   then          confirmed assessment; no task reply/2
Sun 7 Jun 15:00    caseworker    books Tue 9 Jun 14:00, slot assessment, moved by participant, because a shift at work
                   then          not confirmed assessment
Mon 8 Jun 14:02    participant   replies "IE"
                   then          confirmed assessment

story     Two: the caseworker rings back the same day; in the evening, the next working day
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:02    participant   replies "2"
                   then          task call-back/1 for caseworker; not confirmed assessment
Mon 8 Jun 10:00    caseworker    closes task call-back/1 because rang back
                   caseworker    books Thu 11 Jun 14:00, slot assessment, moved by participant, because a shift at work
Wed 10 Jun 20:30   participant   replies "Newid"
                   then          task call-back/2 for caseworker
Thu 11 Jun 23:30   then          task call-back/2
Fri 12 Jun 00:05   then          task overdue call-back/2

story     Nobody meets her before they have read what is known of risk: whoever takes the case over reads it too
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00, risk unread
                   then          refused read-the-risk-first; unchanged
                   caseworker    books Mon 8 Jun 14:00
                   then          date assessment; no task read-risk/*
Wed 3 Jun 10:00    operations    allocates Sam Obi because Priya is on leave
                   then          task read-risk/2 for caseworker     # a date stands, so there is nothing to book
Thu 4 Jun 10:00    caseworker    books Mon 8 Jun 16:00, slot assessment, moved by participant, because work, risk unread
                   then          refused read-the-risk-first; unchanged
                   caseworker    closes task read-risk/2 because read with the practitioner
                   then          no task read-risk/*
                   caseworker    books Mon 8 Jun 16:00, slot assessment, moved by participant, because work, risk unread
                   then          date assessment                # once is enough
Fri 5 Jun 10:00    operations    allocates Ada Bell because Sam has fallen ill
                   then          task read-risk/3 for caseworker
                   caseworker    books Mon 8 Jun 17:00, slot assessment, moved by provider, because she starts late
                   then          no task read-risk/*
Mon 8 Jun 18:00    caseworker    records attended, needs housing, barriers none
                   then          stage action-plan

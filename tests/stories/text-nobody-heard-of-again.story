story     The carrier took a text and says no more: it is asked, knows nothing, and the caseworker makes sure
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    amends mobile to +447700900408, because a new phone
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:05    then          text reminder/assessment/1 accepted; no task unheard/reminder/assessment/1
Sun 7 Jun 18:05    then          text reminder/assessment/1 accepted; task unheard/reminder/assessment/1 for caseworker
Sun 7 Jun 19:00    carrier       says reminder/assessment/1 arrived
                   then          text reminder/assessment/1 delivered; no task unheard/reminder/assessment/1

story     A new number and another language before the reminder goes: it goes to the new one
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    caseworker    amends mobile to +447700900999, language to Welsh because he lost his telephone
                   caseworker    amends mobile to +447700900999 because he lost his telephone
                   then          unchanged
Sun 7 Jun 14:00    then          text reminder/assessment/1; texts 1

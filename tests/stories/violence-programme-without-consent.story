story     A violence programme takes a check of those it touches
referral  family-high
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    caseworker    books Fri 19 Jun 14:00 about domestic-violence-prevention
                   then          refused others-take-part
                   practitioner  decides consent/domestic-violence-prevention yes because she was asked alone
                   practitioner  decides risk/domestic-violence-prevention yes because the order allows it
                   caseworker    books Fri 19 Jun 14:00 about domestic-violence-prevention
                   then          date session-2

story     The family is not met without its consent, nor without a risk check
referral  family-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    caseworker    books Fri 19 Jun 14:00 about family-meetings
                   then          refused others-take-part
                   caseworker    decides consent/family-meetings yes because his sister signed
                   caseworker    books Fri 19 Jun 14:00 about family-meetings
                   then          refused others-take-part
                   practitioner  decides risk/family-meetings yes because no order forbids it
                   caseworker    books Fri 19 Jun 14:00 about family-meetings
                   then          date session-2
Wed 10 Jun 10:00   caseworker    decides consent/family-meetings no because she changed her mind
                   caseworker    books Tue 7 Jul 14:00 about family-meetings
                   then          refused others-take-part

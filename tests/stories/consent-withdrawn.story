story     The sister takes her consent back: the meeting that was booked does not take place
referral  family-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    caseworker    decides consent/family-meetings yes because his sister signed
                   practitioner  decides risk/family-meetings yes because no order forbids it
                   caseworker    books Thu 25 Jun 14:00 about family-meetings
Wed 10 Jun 10:00   caseworker    decides consent/family-meetings no because she changed her mind
                   then          task review/dates/*
                   then          date session-1
Thu 11 Jun 10:00   caseworker    books Thu 25 Jun 15:00 slot session-2, moved by participant because of his shift
                   then          refused others-take-part

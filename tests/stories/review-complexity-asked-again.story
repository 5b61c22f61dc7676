story     The indicators were looked at and left; ERASE asks for another look
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none, indicators medium
Tue 9 Jun 10:00    practitioner  closes task review/complexity because low it is
Wed 10 Jun 10:00   practitioner  decides erase yes because the conviction is for a hate crime
                   then          task review/complexity/erase; stage action-plan

story     The assessment finds indicators of another complexity: raised for review
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none, indicators high
                   then          task review/complexity for probation-practitioner
Wed 10 Jun 00:00   then          no task warned/review
Thu 11 Jun 00:00   then          task overdue review/complexity
Thu 11 Jun 10:00   practitioner  closes task review/complexity because low it is
                   then          no task review/complexity

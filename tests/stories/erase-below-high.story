story     ERASE for somebody referred at low: not without a look at the complexity
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    practitioner  decides erase yes because the conviction is for a hate crime
                   then          task review/complexity/erase for probation-practitioner
                   caseworker    books Fri 19 Jun 14:00 about erase because it is needed
                   then          refused not-on-menu
Wed 10 Jun 10:00   practitioner  amends complexity to high because of the conviction
                   caseworker    books Fri 19 Jun 14:00 about erase
                   then          date session-2; sessions 0 of 5

story     Somebody else is responsible than who referred: the open question follows, and they decide
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          task decide/plan/1 for probation-practitioner
Tue 9 Jun 10:00    operations    amends responsible officer to Ruth Osei, because the case was allocated to her
                   then          task decide/plan/1 for probation-practitioner
                   operations    amends reason for referral to "to stay in work", because Ruth Osei says so
Wed 10 Jun 10:00   practitioner  approves plan 1
                   then          no task decide/plan/1; stage delivery

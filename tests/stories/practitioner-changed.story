story     Another probation practitioner takes over while the plan waits: the decision is theirs
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    operations    amends practitioner to Jo Bright because the office was reorganised
                   then          task decide/plan/1 for probation-practitioner
Wed 10 Jun 10:00   practitioner  approves the plan
                   then          stage delivery; no task decide/plan/1

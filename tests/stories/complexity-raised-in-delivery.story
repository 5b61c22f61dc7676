story     The complexity goes up while the plan runs: somebody looks at the plan
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  amends complexity to medium for lifestyle because he drinks again
                   then          task review/plan/* for caseworker; sessions 1 of 5; clock delivery/lifestyle-and-associates due Tue 11 Aug
                   practitioner  amends complexity to medium because he drinks again
                   then          unchanged
Thu 18 Jun 10:00   caseworker    submits the plan, first session Fri 26 Jun 14:00
                   then          sessions 1 of 8
Thu 18 Jun 11:00   practitioner  amends complexity to low for family because of his mother
                   then          refused which-pathway

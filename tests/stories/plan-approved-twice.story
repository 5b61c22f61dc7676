story     The plan is approved, and approved again: once is enough
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   practitioner  approves the plan
                   then          refused no-plan
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 9 Jun 10:00    practitioner  approves the plan
                   then          letter plan-copy/1; stage delivery
                   practitioner  approves the plan
                   then          unchanged
                   practitioner  approves plan 1
                   then          unchanged
                   practitioner  returns the plan because it came too soon
                   then          refused no-plan

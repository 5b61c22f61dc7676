story     NEE, after the assessment: no plan was ever owed
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    practitioner  withdraws NEE because his employer gives him the same course
                   then          clock action-plan stopped; no clock report
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
                   then          refused not-in-this-stage
Wed 17 Jun 00:00   then          ends cancelled

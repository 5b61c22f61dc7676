story     The action plan is not submitted within five working days of the assessment
referral  family-medium
sent      Mon 4 May 2026 10:00

Tue 5 May 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 11 May 14:00
Mon 11 May 15:10   caseworker    records attended, needs parenting, barriers none
                   then          clock action-plan due Mon 18 May
Fri 15 May 09:00   then          task warned/action-plan; awaiting plan
Tue 19 May 00:00   then          clock action-plan breached because not-submitted; task breached/action-plan
Tue 19 May 12:00   caseworker    submits the plan, first session Wed 27 May 14:00
                   then          clock action-plan met-late because not-submitted; awaiting approval
                   then          no task breached/action-plan; no task warned/action-plan

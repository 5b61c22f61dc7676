story     Five hours are five hours: longer sessions are fewer, and an early end asks for a reason
referral  family-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs parenting, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 10:00
Tue 16 Jun 11:40   caseworker    records attended, 90 minutes, next Tue 30 Jun 10:00 90 minutes
Tue 30 Jun 11:40   caseworker    records attended, next Tue 21 Jul 10:00
                   then          minutes 180; sessions 2 of 5
Tue 21 Jul 10:40   caseworker    records attended, 30 minutes
                   then          minutes 210; sessions 3 of 5
Tue 21 Jul 11:00   caseworker    books Tue 4 Aug 10:00 final
Tue 4 Aug 10:10    caseworker    records the final session, 10 minutes
                   then          refused dose-needs-reason
                   caseworker    records the final session, 10 minutes because he starts work today
                   then          minutes 220; sessions 4 of 5; stage end-of-service

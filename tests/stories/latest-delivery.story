story     Sessions stop before the sentence does: nothing is booked after the last day, and an early end is proposed in time
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Mon 29 Jun 14:00
                   practitioner  amends latest delivery to Fri 26 Jun because two thirds of the order are over
                   then          task amended/* for caseworker; no date session-2; clock latest-delivery running; clock latest-delivery due Fri 26 Jun
                   caseworker    books Mon 29 Jun 14:00, because it suits her better
                   then          refused after-latest-delivery
                   caseworker    books Fri 26 Jun 14:00
                   then          date session-2
Fri 19 Jun 09:00   then          task warned/latest-delivery for caseworker
Fri 26 Jun 15:10   caseworker    records attended
Sat 27 Jun 00:00   then          clock latest-delivery breached because dose-not-met; task breached/latest-delivery for operations
Mon 29 Jun 10:00   practitioner  withdraws EAR because delivery has stopped
                   then          clock latest-delivery breached; clock report due Mon 6 Jul; task withdrawn/* for caseworker
Tue 30 Jun 10:00   caseworker    submits the report
                   then          ends ended-early

story     Reminded of a date that others then call off: somebody tells them, so that nobody comes to a closed door
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
# The copy of the plan named the date; the practitioner pauses, the caseworker rings.
Wed 10 Jun 10:00   practitioner  pauses for court until Mon 15 Jun because of a hearing on the 12th
                   then          no date session-1; task off/session-1/1 for caseworker; task paused/* for caseworker
                   caseworker    closes task off/session-1/1 because I rang him
                   caseworker    closes task paused/* because I have read it
Mon 15 Jun 11:00   practitioner  resumes because the hearing is over
                   then          task resumed/* for caseworker; no task off/session-1/1
                   caseworker    closes task resumed/* because I have read it
                   caseworker    books Thu 18 Jun 14:00
Thu 18 Jun 15:10   caseworker    records attended, next Thu 25 Jun 14:00
Wed 24 Jun 14:00   then          text reminder/session-2/1
# The text has left; then the referral is withdrawn.
Wed 24 Jun 16:00   practitioner  withdraws NEE because his employer helps him
                   then          no date session-2; task off/session-2/1 for caseworker; task withdrawn/* for caseworker
                   participant   replies "yes"
                   then          not confirmed session-2; task reply/1 for caseworker
                   caseworker    closes task reply/1 because I rang him: it is off
                   caseworker    closes task off/session-2/1 because I rang him: it is off
Thu 25 Jun 10:00   caseworker    submits the report
                   then          no task withdrawn/*; ends ended-early

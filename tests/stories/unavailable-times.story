story     She works on Tuesday mornings: nothing is booked then without a reason
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   practitioner  amends unavailable Tue 09:00-12:00 and every day 20:00-22:00 because she has a job
                   caseworker    books Tue 9 Jun 10:00
                   then          refused unavailable
                   caseworker    books Mon 8 Jun 20:30
                   then          refused unavailable
                   caseworker    books Tue 9 Jun 10:00 because she swapped her shift
                   caseworker    books Tue 9 Jun 12:00 slot assessment, moved by participant because her shift is back
                   then          date assessment

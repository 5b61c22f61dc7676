story     The clocks go forward: half past one is no time at all that night
referral  lifestyle-low
sent      Mon 15 Mar 2027 10:00
policy    auto-approval

Tue 16 Mar 10:00   operations    allocates Priya Nair
                   caseworker    tries to book Sun 28 Mar 01:30
                   then          refused unclear-time; unchanged
                   caseworker    tries to book Sun 28 Mar 14:30
                   then          date assessment

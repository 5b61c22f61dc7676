story     The clocks go back: half past one comes twice that night
referral  lifestyle-low
sent      Mon 12 Oct 2026 10:00
policy    auto-approval

Tue 13 Oct 10:00   operations    allocates Priya Nair
                   caseworker    tries to book Sun 25 Oct 01:30
                   then          refused unclear-time; unchanged
                   caseworker    tries to book Sun 25 Oct 02:30
                   then          date assessment

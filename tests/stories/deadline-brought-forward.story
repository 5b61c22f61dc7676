story     The deadline is brought so near that the warning comes at once
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   practitioner  amends deadline to Mon 22 Jun because he is deported
                   then          task warned/completion-deadline
Tue 23 Jun 00:00   then          clock completion-deadline breached because dose-not-met

story     The referral's own completion deadline passes before the last session
referral  family-low
sent      Mon 1 Jun 2026 10:00
deadline  Fri 31 Jul 2026
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs parenting, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, 240 minutes, first session Tue 16 Jun 10:00
Tue 16 Jun 11:10   caseworker    records attended, next Tue 30 Jun 10:00
Tue 30 Jun 11:10   caseworker    records attended, next Tue 21 Jul 10:00
Tue 21 Jul 11:10   caseworker    records attended, next Tue 4 Aug 10:00
Fri 24 Jul 09:00   then          task warned/completion-deadline; clock completion-deadline due Fri 31 Jul
Sat 1 Aug 00:00    then          clock completion-deadline breached because dose-not-met
Tue 4 Aug 11:20    caseworker    records the final session
                   then          clock completion-deadline met-late; minutes 240; sessions 4 of 4

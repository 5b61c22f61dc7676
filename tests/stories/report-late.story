story     The end-of-service report is late
referral  lifestyle-low
sent      Tue 1 Sep 2026 10:00
policy    auto-approval

Wed 2 Sep 10:00    operations    allocates Priya Nair
                   caseworker    books Tue 8 Sep 14:00
Tue 8 Sep 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 15 Sep 14:00
Tue 15 Sep 15:10   caseworker    records attended, next Tue 22 Sep 14:00, and so on every Tue until Tue 6 Oct
Tue 6 Oct 16:00    caseworker    submits the report
                   then          refused not-in-this-stage
Tue 13 Oct 15:30   caseworker    records the final session
                   then          clock report due Tue 20 Oct; awaiting report
Mon 19 Oct 09:00   then          task warned/report
Wed 21 Oct 00:00   then          clock report breached because not-submitted; task breached/report
Wed 21 Oct 10:00   caseworker    submits the report, all not achieved
                   then          clock report met-late; no task breached/report; ends completed
                   caseworker    submits the report
                   then          refused closed
                   carrier       says reminder/assessment/1 arrived
                   then          refused closed

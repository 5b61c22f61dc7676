story     The case is closed, and a task is left that nobody answers: a week later it is put down as that
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
Wed 3 Jun 10:00    practitioner  withdraws MOV because he moved to another region
                   then          task refer-again for probation-practitioner
Thu 11 Jun 00:00   then          ends cancelled; task refer-again; task overdue/refer-again
Thu 18 Jun 23:59   then          task refer-again
Fri 19 Jun 00:00   then          no task refer-again; no task overdue/refer-again

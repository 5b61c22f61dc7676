story     ACQ, after a missed assessment: what was asked of people is asked no more
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records did not attend
                   then          task rebook/assessment/1
Tue 9 Jun 10:00    practitioner  withdraws ACQ because he was acquitted on appeal
                   then          no task rebook/assessment/1; clock assessment stopped
Wed 17 Jun 00:00   then          ends cancelled

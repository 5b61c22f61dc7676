story     Nobody came, and the mother rang: a concern reaches the practitioner at once
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records did not attend, concern "his mother fears for him, he left on Friday"
                   then          task concern/assessment/1 for probation-practitioner; task rebook/assessment/1
Tue 9 Jun 00:00    then          task overdue concern/assessment/1; task concern/assessment/1

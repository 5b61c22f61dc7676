story     At court, and the assessment's clock runs on: it never stops
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Fri 5 Jun 10:00    practitioner  pauses for court until Fri 19 Jun because the trial lasts a fortnight
                   then          no date assessment; clock assessment running
                   caseworker    books Mon 15 Jun 14:00
                   then          refused paused
Sun 7 Jun 14:00    then          no text reminder/assessment/1
Tue 16 Jun 00:00   then          clock assessment breached
                   then          clock assessment breached because paused
Fri 19 Jun 09:00   then          task review/pause/1
Fri 19 Jun 10:00   practitioner  resumes
                   caseworker    books Mon 22 Jun 14:00
Sun 21 Jun 14:00   then          text reminder/assessment/2

story     A pause said twice, resumed twice, and paused again with another day to look
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   caseworker    submits the plan, first session Tue 16 Jun 14:00
Tue 16 Jun 15:10   caseworker    records attended, next Tue 23 Jun 14:00
Wed 17 Jun 10:00   caseworker    pauses for other until Tue 16 Jun 2026 because of a funeral abroad
                   then          refused review-in-the-past
                   caseworker    pauses for other until Sun 21 Jun because of a funeral abroad
                   caseworker    pauses for other until Sun 21 Jun because of a funeral abroad
                   then          refused already-paused
Thu 18 Jun 10:00   caseworker    resumes
                   caseworker    resumes
                   then          unchanged
                   caseworker    pauses for other until Tue 23 Jun because he has to go after all
Sun 21 Jun 09:00   then          no task review/pause/*
Tue 23 Jun 09:00   then          task review/pause/2

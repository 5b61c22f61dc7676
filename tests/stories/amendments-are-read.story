story     What the practitioner changes in the referral, the caseworker is asked to read
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Mon 1 Jun 12:00    practitioner  amends additional needs to a quiet room, because he said so
                   then          no task amended/*
Tue 2 Jun 10:00    operations    allocates Priya Nair
                   practitioner  amends accessibility needs to a ramp, because he broke his leg
                   then          task amended/* for caseworker
                   caseworker    closes task amended/* because the room has a ramp
                   then          no task amended/*
                   caseworker    amends deadline to Fri 14 Aug because the practitioner asked us to
                   then          no task amended/*
Wed 3 Jun 10:00    practitioner  amends complexity to medium because of his friends
                   then          task amended/*; no task review/plan/*
                   practitioner  undoes the amendment because it was another case
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 10:00    practitioner  withdraws MOV because he lives with his mother now
                   then          no task amended/*

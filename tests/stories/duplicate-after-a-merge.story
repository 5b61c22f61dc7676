story     Two case numbers are merged, and the other one has a referral open on the same pathway: found then
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval
beside    open as X999077

Mon 1 Jun 10:00    then          no task duplicate/*
Tue 2 Jun 10:00    operations    allocates Priya Nair
Wed 3 Jun 10:00    operations    amends crn to X999077 because the two numbers were merged
                   then          task duplicate/* for operations
Thu 4 Jun 10:00    operations    undoes the amendment because they were two people after all
                   then          task duplicate/* for operations
                   operations    closes task duplicate/* because they are two people
                   then          no task duplicate/*
Fri 5 Jun 10:00    operations    amends crn to X999077 because it was one person
                   then          no task duplicate/*

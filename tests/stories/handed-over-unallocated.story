story     Handed over before anybody had it: whoever is allocated there begins
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    hands over to PRJ_9001 because he lives there
                   then          stage referral; task reallocate/*
Wed 3 Jun 10:00    operations    allocates Grace Obi
                   then          stage assessment; no task reallocate/*; letter welcome/1

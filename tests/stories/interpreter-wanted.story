story     An interpreter is wanted: somebody is asked to arrange one
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    practitioner  amends interpreter to Polish, because he follows too little
                   then          task interpreter/* for caseworker
Sat 6 Jun 00:00    then          task overdue interpreter/*
Sun 7 Jun 14:00    then          text reminder/assessment/1

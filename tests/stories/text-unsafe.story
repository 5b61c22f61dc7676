story     A text is not safe: nothing is sent, and a person is asked to find another way
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
contact   text unsafe

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          letter welcome/1
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:00    then          word reminder/assessment/1 withheld; nothing sent
                   then          task reach/reminder/assessment/1; texts 0
Sun 7 Jun 15:00    caseworker    closes task reach/reminder/assessment/1 because told by his mother
                   then          no task reach/reminder/assessment/1
                   caseworker    closes task reach/reminder/assessment/1 because told by his mother
                   then          unchanged
                   caseworker    closes task reach/nobody because done
                   then          refused no-such-task

story     A letter is not safe: it is put on file to be handed over
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
contact   letter unsafe
contact   text unknown

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   then          word welcome/1 withheld; document welcome/1/by-hand; task reach/welcome/1
                   then          letters 0; documents 1
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
                   then          word reminder/assessment/1 withheld
                   caseworker    closes task reach/welcome/1 because handed over at the assessment
                   then          no task reach/welcome/1
Tue 9 Jun 10:00    caseworker    submits the plan, first session Tue 16 Jun 14:00
Wed 10 Jun 10:00   practitioner  approves the plan
                   then          word plan-copy/1 withheld; document plan-copy/1/by-hand; task reach/plan-copy/1

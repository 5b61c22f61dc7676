story     Withdrawn and taken back before the assessment: its clock ran on from where it began
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    practitioner  withdraws INE because he lives outside the area
                   then          clock assessment stopped
Fri 5 Jun 10:00    practitioner  reinstates because he does not
                   then          clock assessment running; clock assessment due Mon 15 Jun; stage assessment; awaiting booking
                   caseworker    books Thu 11 Jun 14:00
Thu 11 Jun 15:10   caseworker    records attended, needs work, barriers none
                   then          clock assessment met

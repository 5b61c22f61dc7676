story     A wrong complexity is taken back, with a reason
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Mon 8 Jun 15:10    caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    practitioner  amends complexity to high because of another man's file
                   then          sessions 0 of 12
Tue 9 Jun 11:00    practitioner  undoes the amendment because it was another man's file
                   then          sessions 0 of 5
                   practitioner  undoes the amendment because it was another man's file
                   then          refused nothing-amended

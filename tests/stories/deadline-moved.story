story     The completion deadline moves, and its clock with it; and back again
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval
deadline  Fri 30 Oct 2026

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
                   then          clock completion-deadline due Fri 30 Oct
Wed 3 Jun 10:00    practitioner  amends deadline to Fri 28 Aug because the sentence ends
                   then          clock completion-deadline due Fri 28 Aug
Thu 4 Jun 10:00    practitioner  amends deadline to Mon 1 Jun 2026 because the sentence ends
                   then          refused date-passed
Fri 5 Jun 10:00    practitioner  undoes the amendment because the court corrected it
                   then          clock completion-deadline due Fri 30 Oct

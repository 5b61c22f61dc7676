story     Fewer enforceable days, noted; two changes are undone newest first
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00
policy    auto-approval

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Wed 3 Jun 10:00    practitioner  amends enforceable days to 5 because the court said so
                   practitioner  amends accessibility needs to a ramp, because he broke his leg
                   practitioner  amends accessibility needs to a ramp, because he broke his leg
                   then          unchanged
Thu 4 Jun 10:00    practitioner  undoes the amendment because it was his brother
                   practitioner  undoes the amendment because it was his brother
                   practitioner  undoes the amendment because it was his brother
                   then          refused nothing-amended

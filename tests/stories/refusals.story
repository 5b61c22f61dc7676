story     What the service says no to, and why
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Mon 1 Jun 11:00    caseworker    books Mon 8 Jun 14:00
                   then          refused not-in-this-stage
Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 1 Jun 2026 09:00
                   then          refused in-the-past
                   caseworker    books Thu 3 Dec 14:00
                   then          refused too-far-ahead
                   caseworker    books Mon 8 Jun 14:00 at ""
                   then          refused no-place
                   caseworker    books Mon 8 Jun 14:00
                   caseworker    records attended
                   then          refused nothing-to-record
Mon 8 Jun 15:10    caseworker    records attended, barriers none
                   then          refused needs-missing
                   caseworker    records attended, needs work, barriers none
Tue 9 Jun 10:00    caseworker    submits the plan, 7 sessions, first session Tue 16 Jun 14:00
                   then          refused dose-needs-reason
                   caseworker    submits the plan, first session Mon 8 Jun 2026 14:00
                   then          refused date-passed
                   caseworker    submits the plan, 7 sessions because he asked for more, first session Tue 16 Jun 14:00
                   practitioner  approves the plan
                   then          sessions 0 of 7
                   caseworker    books Tue 16 Jun 14:30
                   then          refused clash
                   caseworker    books Thu 18 Jun 14:00
                   caseworker    books Fri 19 Jun 14:00
                   then          refused too-often
                   caseworker    books Fri 19 Jun 14:00 because he works away in July
                   caseworker    books Mon 29 Jun 14:00 about knitting
                   then          refused not-on-menu
                   caseworker    books Mon 29 Jun 14:00 for family
                   then          refused which-pathway

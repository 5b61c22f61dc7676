story     The assessment is never booked, and Easter does not count
referral  family-low
sent      Mon 23 Mar 2026 11:00

Tue 24 Mar 10:00   operations    allocates Priya Nair
Thu 2 Apr 08:59    then          no task warned/assessment; clock assessment due Wed 8 Apr
Thu 2 Apr 09:00    then          task warned/assessment; clock assessment running
Wed 8 Apr 23:59    then          clock assessment running
Thu 9 Apr 00:00    then          clock assessment breached because not-booked; task breached/assessment
Thu 9 Apr 09:30    caseworker    books Mon 13 Apr 10:00
Mon 13 Apr 11:10   caseworker    records attended, needs contact with family, barriers none
                   then          clock assessment met-late because not-booked; no task breached/assessment
                   then          clock assessment-early-target met-late; stage action-plan

story     The practitioner does not answer over Christmas: reminded, escalated, never silently approved
referral  lifestyle-medium
sent      Mon 7 Dec 2026 10:00

Tue 8 Dec 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 14 Dec 14:00
Mon 14 Dec 15:10   caseworker    records attended, needs friends, barriers none
Fri 18 Dec 14:00   caseworker    submits the plan, first session Thu 7 Jan 14:00
                   then          clock approval/1 due Tue 29 Dec; task decide/plan/1
Wed 23 Dec 09:00   then          task warned/approval/1
Wed 30 Dec 00:00   then          clock approval/1 breached because no-decision; task breached/approval/1
Wed 30 Dec 10:00   caseworker    books Thu 7 Jan 14:00
                   then          refused not-in-this-stage
Mon 4 Jan 10:00    practitioner  approves the plan
                   then          clock approval/1 met-late; stage delivery; letter plan-copy/1
                   then          no task decide/plan/1; no task warned/approval/1; no task breached/approval/1
                   practitioner  approves the plan
                   then          unchanged

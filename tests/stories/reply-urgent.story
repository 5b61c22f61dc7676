story     Urgent words at night: where help is at once, and two people within the hour
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
Sat 6 Jun 03:10    participant   replies "I want to end my life"
                   then          text emergency/sm00000000000000000000000000000001
                   then          task urgent/1 for caseworker; task urgent-practitioner/1 for probation-practitioner
Sat 6 Jun 04:15    then          task overdue urgent/1; task overdue urgent-practitioner/1
                   caseworker    closes task urgent/1 because "rang, and they are with their sister"
                   then          no task urgent/1; task urgent-practitioner/1

"""Things to try Throughline with: referrals, plans, reports, and a stand-in for the monitoring system."""

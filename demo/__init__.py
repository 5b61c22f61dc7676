"""The caseload and the live display: the service shown at work in virtual time."""

"""The figures: what a contract manager measures the service by, each computed from an account's facts."""

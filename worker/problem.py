"""What an operator has to put right before the worker can serve."""


class Problem(Exception):
    """One line that says what is wrong and, where we know it, what to type.

    It reaches screens and logs as it stands, so it never holds personal data, a password or a key.
    """

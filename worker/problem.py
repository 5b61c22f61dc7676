"""What an operator has to put right before the worker can serve."""


class Problem(Exception):
    """What is wrong, in one line, and where we know it the `remedy`: what to type or to do.

    It reaches screens and logs as it stands, so it never holds personal data, a password or a key.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        self.what, self.remedy = what, remedy
        super().__init__(f"{what} - {remedy}" if remedy else what)

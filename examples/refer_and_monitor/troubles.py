"""Everything that can go wrong on the way to R&M and back, by switch."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "refused-before",  # 500, and nothing was done
    "refused-after",  # done, and answered 500
    "cut-before",  # the line is cut, and nothing was done
    "cut-after",  # done, and the line is cut
    "slow",  # done, and answered too late
    "dripping",  # done, and the answer comes drop by drop, and never to its end
    "token-expired",  # every token runs out just then
    "wrong-json",  # done, and the answer is a page nobody asked for
    "maintenance",  # 503 with a page and Retry-After, and nothing was done
    "unavailable",  # 503 as R&M itself says it
    "busy",  # 429 and Retry-After
    "no-such-page",  # 404 with a page of some box on the way, and nothing was done
    "turned-away",  # 403 with a page of some box on the way, and nothing was done
    "elsewhere",  # 302 to a page for signing in, and nothing was done
]


@dataclass
class Trouble:
    """One thing to go wrong at calls to a path holding `path`, from the `after`-th on, `times` times."""

    kind: Kind
    path: str = ""
    method: str = ""
    after: int = 0
    times: int = 1


@dataclass
class Troubles:
    """What is to go wrong. `always` holds until it is switched off; `seconds` is how slow slow is.

    `meanwhile` is called with method and path before each call is heard: what somebody else does just then.
    `dawdles` is for how many seconds each call is left lying before it is heard, and done all the same.
    """

    planned: list[Trouble] = field(default_factory=list)
    always: Kind | None = None
    seconds: float = 1.0
    dawdles: float = 0.0
    meanwhile: Callable[[str, str], None] | None = None

    def plan(self, *troubles: Trouble) -> None:
        """Let these happen, each in its turn."""
        self.planned.extend(troubles)

    def next_for(self, method: str, path: str) -> Kind | None:
        """What goes wrong with this call, if anything."""
        for trouble in self.planned:
            if trouble.path not in path or trouble.method not in ("", method) or not trouble.times:
                continue
            if trouble.after:
                trouble.after -= 1
                continue
            trouble.times -= 1
            return trouble.kind
        return self.always

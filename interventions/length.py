"""How long one message may be: what a case remembers is carried from run to run, and must always fit.

A server takes two megabytes at a time (temporal brief, limits). The longest plan or report anybody writes has
a few thousand characters; a mailbox pasted into a field is refused before anything is kept.
"""

from interventions.case import Case
from interventions.errors import Refusal
from interventions.messages import Message, Spoken


def not_too_long(case: Case, message: Message) -> None:
    """Lets through what is short enough; what the outside world says is kept whole, whatever its length.

    Raises:
        Refusal: `too-long`, naming the longest field.
    """
    most = case.terms.policy.longest_message
    if most is None or not isinstance(message, Spoken):
        return
    lengths = {name: len(message.model_dump_json(include={name})) for name in type(message).model_fields}
    if sum(lengths.values()) > most:
        longest = max(lengths, key=lengths.__getitem__)
        reason = f"makes the message longer than {most} characters: say it more shortly"
        raise Refusal("too-long", reason, field=longest)

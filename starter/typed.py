"""What was typed after a verb, named as it was typed: `--at`, where the message says `starts_at`."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import typer

_NAME, _NUMBER = re.compile(r"[^.\[\]]+"), re.compile(r"\[(\d+)\]$")
_FIELD_IN_WORDS = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


class Typed:
    """The options and arguments of a verb, by the fields they fill; without a verb, fields keep their names.

    Which option fills which field is written down nowhere else: a verb's parameter has the field's name, and
    knows under which option it is typed (`starter/options.py`).
    """

    def __init__(self, verb: typer.Context | None) -> None:
        self._verb = verb
        self._parameters = {str(each.name): each for each in verb.command.params} if verb else {}

    def name(self, field: str) -> str:
        """What was typed for a field of the message, such as `next.starts_at`; the field, if nothing was.

        What stands in a file is named by the file, or by the option that names it, and its place in there.
        """
        filled = self._filled_by(field)
        if filled is None or self._verb is None:
            return field
        called, given = self._called(filled, self._verb), self._verb.params.get(filled)
        if isinstance(given, Path):
            place = field.partition(".")[2]
            return f"{called}: {place}" if place else called
        number = _NUMBER.search(field)
        if number and isinstance(given, list | tuple) and len(given) > 1:
            return f"{called} (number {int(number[1]) + 1})"
        return called

    def in_words(self, reason: str) -> str:
        """A reason that asks for a field by its name, asking for the option instead."""
        return _FIELD_IN_WORDS.sub(lambda word: self.name(word[0]), reason)

    def _filled_by(self, field: str) -> str | None:
        """The parameter for a field. Of something nested, such as `record`, it is that of its first field."""
        exact = (each for each in _may_fill(field) if each in self._parameters)
        within = (each for each in self._parameters if each.startswith(f"{field}_"))
        return next(chain(exact, within), None)

    def _called(self, parameter: str, verb: typer.Context) -> str:
        """The option, both its names where it is a yes or a no; or the setting that stood in for it."""
        known, given = self._parameters[parameter], verb.params.get(parameter)
        source = verb.get_parameter_source(parameter)
        if source is not None and source.name == "ENVIRONMENT":
            return str(known.envvar)
        if known.param_type_name == "argument":
            return given.name if isinstance(given, Path) else str(getattr(known, "metavar", parameter))
        return "/".join([known.opts[0], *known.secondary_opts[:1]])


def _may_fill(field: str) -> Iterator[str]:
    """The names that the parameter for a field may have, the likeliest first.

    A field of something nested comes with the name of that before its own, save `by`: who speaks is typed
    once, for all of it.
    """
    names = _NAME.findall(_NUMBER.sub("", field))
    for taken in range(len(names), 0, -1):
        yield "_".join(names[:taken])
    yield from names[-1:]

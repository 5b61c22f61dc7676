"""Nothing without an example: every rule is provoked, every fact applied, every message decided."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from interventions import evolve, facts, messages
from interventions.decisions import DECIDE
from interventions.facts import AnyFact, ReferralReceived
from interventions.facts.fact import Fact
from interventions.messages import NAMES, SIGNALS, UPDATES, Message, Spoken
from interventions.reception import MAY_BE_SAID

CORE = Path(evolve.__file__).parents[1]
HERE = Path(__file__).parent
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
IN_A_DOCSTRING = re.compile(r"`([a-z]+(?:-[a-z]+)+)`")
NAMED = re.compile(r"`([a-z-]+)`")


def rules_in(source: str) -> Iterator[str]:
    """Codes given to `Refusal` or `TooEarly`, yielded or named under `Raises:`; `*` where one is made up."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name("Refusal" | "TooEarly"), args=[ast.Constant(str(code)), *_]):
                yield code
            case ast.Yield(ast.Tuple([_, ast.Constant(str(code)), _])) if CODE.fullmatch(code):
                yield code
            case ast.JoinedStr(values) if _ends_as_a_code(values):
                yield "*-missing"
            case ast.Tuple([ast.Constant(str()), ast.Constant(str(code))]) if CODE.fullmatch(code):
                yield code
            case ast.FunctionDef() if "Refusal:" in (written := ast.get_docstring(node) or ""):
                yield from IN_A_DOCSTRING.findall(written.split("Refusal:")[1])


def _ends_as_a_code(values: list[ast.expr]) -> bool:
    last = values[-1]
    return len(values) == 2 and isinstance(last, ast.Constant) and last.value == "-missing"


def rules_of_the_core() -> set[str]:
    return {rule for path in sorted(CORE.rglob("*.py")) for rule in rules_in(path.read_text("utf-8"))}


def rules_with_an_example() -> set[str]:
    """The third value of every row of every table called REFUSED in these tests."""
    found = set()
    for module in pkgutil.iter_modules([str(HERE)]):
        table = getattr(importlib.import_module(f"tests.interventions.{module.name}"), "REFUSED", [])
        found |= {row.values[3] for row in table}
    return found


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    rules, examples = rules_of_the_core(), rules_with_an_example()
    assert len(rules) > 40
    plain = {rule for rule in rules if "*" not in rule}
    made = {rule.replace("*", "") for rule in rules - plain}
    assert plain - examples == set()
    assert {example for example in examples - plain if not example.endswith(tuple(made))} == set()


def test_a_rule_is_found_however_it_is_written() -> None:
    source = '''
def decide(found):
    """Decide.

    Raises:
        Refusal: `by-docstring`: or so.
    """
    for field, rule in (("what", "by-loop"),):
        yield "plan", "by-yield", "a reason"
    raise Refusal("by-call", "a reason")
    raise Refusal(f"{field}-missing", "a reason")
'''
    assert set(rules_in(source)) == {"by-docstring", "by-loop", "by-yield", "by-call", "*-missing"}


def test_every_rule_stands_in_the_docstring_of_a_public_function_of_its_page() -> None:
    """A reader of the page a message leads to finds every "no" of it without reading private functions."""
    unnamed = {}
    for path in sorted(CORE.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        written = [
            ast.get_docstring(node) or ""
            for node in nodes
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        ]
        named = {code for text in written for code in NAMED.findall(text)}
        if missing := set(map(raised_by, nodes)) - named - {""}:
            unnamed[path.name] = missing
    assert unnamed == {}


def raised_by(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name("Refusal"), args=[ast.Constant(str(code)), *_]):
            return code
        case _:
            return ""


def test_every_fact_changes_the_case_or_says_that_it_does_not() -> None:
    (union, *_) = get_args(AnyFact)
    known = set(get_args(union))
    assert set(evolve.CHANGES) == known - {ReferralReceived}
    assert known == {
        kind for kind in vars(facts).values() if isinstance(kind, type) and kind.__base__ is Fact
    }
    assert {kind.__name__ for kind in known} == {kind.model_fields["fact"].default for kind in known}


def test_every_message_has_a_name_a_row_and_a_decision() -> None:
    def kinds(base: type[Message]) -> set[type[Message]]:
        return {kind for sub in base.__subclasses__() for kind in ({sub} | kinds(sub))}

    said = {kind for kind in kinds(Message) - {Spoken} if kind.__module__.startswith(messages.__name__)}
    assert set(NAMES) == set(DECIDE) == said
    assert set(NAMES.values()) == set(MAY_BE_SAID)
    assert set(UPDATES) | set(SIGNALS) | {"errand-reported"} == set(MAY_BE_SAID)

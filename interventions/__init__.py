"""The service itself: its words, messages, facts and rules. No I/O, no Temporal, no clock of its own.

Whatever room a page lies in, it belongs to one of three bands, each of which knows only those before it:

- *what things are called*: `vocabulary`, `days/`, `referral`, `messages/`, `facts/`, the catalogue and the
  policy in `promises/`, and the nouns of the other rooms (as `meetings/appointment`, `words/correspondence`);
- *what a case is*: `case`, `evolve/` (how a fact changes it), `stage`, `clocks`, `gaps`, the dose;
- *what follows*: `stages/`, `meetings/`, `words/`, `life/`, `monitoring/`, each answering a message or a
  moment with facts. Over them `decisions` (which page hears which message), `agenda` (what is due when) and
  `conversation` (one message, from beginning to end); and `views/` and `figures/`, which only read.

To begin with: `conversation`, `reception`, then one page of `stages/`, and its facts in `evolve/`.
"""

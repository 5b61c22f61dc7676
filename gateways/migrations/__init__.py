"""The database's tables, step by step: one file in `versions/` a step, each of which can be taken back.

To add a table, write its row class in `gateways/sql_tables.py` (or in a module of yours that `env.py`
imports), let the step be drafted, read the draft, and give it its sentence:

    make migration SAYS="send ledger"

Steps form one line: `down_revision` names the step before. Where two people wrote the next step at once,
`tests/gateways/test_migrations.py` says so; the later one deletes their draft and drafts it again.

A step only adds. A release that is rolled back then works on the newer schema, and a worker of the release
before lives through a deployment. What is no longer used is removed a release later.
"""

"""The command line: `python -m starter VERB ...` refers participants and speaks to their interventions."""

from starter.verbs import app

if __name__ == "__main__":
    app(prog_name="python -m starter")

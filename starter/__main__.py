"""The command line: `python -m starter VERB ...` refers participants and speaks to their interventions."""

from starter.verbs import app
from workflows.streams import speak_plainly

if __name__ == "__main__":
    speak_plainly()
    app(prog_name="python -m starter")

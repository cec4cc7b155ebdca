"""What a mail about a sensitive project says, whatever it is about: somebody else may open it, or read over a shoulder."""

from workspace.languages import Translator

from .saying import Said


def discreet(t: Translator, said: Said) -> Said:
    """The same button, and nothing of what waits behind it."""
    return Said(t("Pleth: something for you"), [t("There is something for you in Pleth. You read it once you have signed in.")], t("Have a look"), said.path)

"""Signing in."""

from workspace.languages import Translator
from workspace.sign_in import SIGN_IN

from .saying import Facts, Said, Says


def sign_in(t: Translator, facts: Facts) -> Said:
    return Said(
        t("Sign in to Pleth"),
        [t("Somebody, probably you, asked to sign in with this address. Press the button in the browser where you asked.")],
        t("Sign in"),
        f"/sign-in/{facts.token}",
        code=facts.digits,
        closing=[t("Or type these six digits there:")],
        small=[t("Both work once, for ten minutes. If it was not you, do nothing: nobody can get in without this mail.")],
    )


SAYS: Says = {SIGN_IN: sign_in}

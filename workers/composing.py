"""From rows of the outbox to one mail in the person's language (both, Welsh first, while it is unknown): what came of what they said, then what needs them,
then what is new. None where nothing of it is wanted or possible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any
from uuid import UUID

from psycopg import Connection

from projections.needs import arranged
from projections.outbox.given import WHAT_YOU_GAVE, gave
from projections.outbox.members import TURNED_AWAY
from projections.outbox.news import NEW_HERE, new_here
from projections.outbox.projects import is_sensitive, project_name
from workspace import reaching
from workspace.calendars import Guest, invitation
from workspace.config import Settings
from workspace.languages import LANGUAGES, Translator, translator
from workspace.needs import NEED_ARRANGED
from workspace.path_words import spelt
from workspace.sign_in import SIGN_IN
from workspace.worries import WORRY

from .letters import Envelope, Item, Part, message
from .occasions import CALENDARS, NEEDS_ME, SAYS, Facts, Quote, Said
from .occasions.discreet import discreet
from .recipients import Entry, Person, reached

LISTS = ("question", "title", "words", "answer", "reason", "place", "access")
"""References that name words to be quoted."""


@dataclass(frozen=True, slots=True)
class Mail:
    id: UUID
    to: str
    message: EmailMessage
    texts: list[UUID]  # whose words it carries, and the members whose names
    may_be_kept: bool = True  # a copy, where no mail can be sent, and in the demo


@dataclass(frozen=True, slots=True)
class Told:
    """One fact, ready to be said in any language."""

    entry: Entry
    person: Person
    facts: Facts
    hides: bool  # all that it is about

    def said(self, t: Translator) -> Said:
        said = SAYS[self.entry.occasion](t, self.facts)
        return discreet(t, said) if self.hides else said

    @property
    def needs_me(self) -> bool:
        return self.entry.occasion in NEEDS_ME


def compose(db: Connection[Any], settings: Settings, entries: Sequence[Entry]) -> Mail | None:
    """The first thing that is still worth telling leads: the mail bears its name."""
    told = _once([one for entry in entries if (one := _told(db, settings, entry))])
    if not told:
        return None
    first, person = told[0], told[0].person
    parts = [_part(settings, told, language) for language in ([person.language] if person.language else LANGUAGES)]
    sender = first.facts.project if len(_projects(told)) == 1 else {}
    envelope = Envelope(first.entry.letter, person.email, sender, _thread(told), first.entry.now)
    texts = [UUID(text) for one in told for what in LISTS for text in one.entry.refs.get(what, [])]
    named = {one.entry.recipient for one in told} | {UUID(str(one.entry.refs["by"])) for one in told if "by" in one.entry.refs}
    made = message(settings.mail_from, envelope, parts, [entry for one in told if (entry := _entry(settings, one))])
    return Mail(envelope.id, person.email, made, [*texts, *sorted(named)], first.entry.occasion != WORRY)


def _told(db: Connection[Any], settings: Settings, entry: Entry) -> Told | None:
    person, secrets = reached(db, settings, entry)
    if person is None:
        return None
    refs = _refs(db, entry)
    if refs is None:
        return None
    entry = replace(entry, refs=refs)
    words = {what: _words(db, [UUID(text) for text in entry.refs[what]]) for what in LISTS if what in entry.refs}
    project = {} if entry.occasion == SIGN_IN else dict(_words(db, project_name(db, entry.project)))
    by = db.execute("select name from names where member = %s", (entry.refs["by"],)).fetchone() if "by" in entry.refs else None
    refs = {**entry.refs, "project": str(entry.project)}
    facts = Facts(refs, project, words, by=(by and by[0]) or "", name=person.name, **secrets)
    return Told(entry, person, facts, entry.occasion not in (SIGN_IN, WORRY) and is_sensitive(db, entry.project))


def _refs(db: Connection[Any], entry: Entry) -> Mapping[str, Any] | None:
    """What it speaks of; of what changes until it is sent, as it is then. None where there is nothing to tell any more."""
    if entry.occasion == NEW_HERE:
        return new_here(db, entry.project, entry.recipient, entry.now)
    if entry.occasion == WHAT_YOU_GAVE:
        return gave(db, UUID(str(entry.refs["session"])), entry.recipient)
    if entry.occasion == NEED_ARRANGED:
        return arranged(db, UUID(str(entry.refs["session"])), entry.recipient)
    return entry.refs


def _entry(settings: Settings, one: Told) -> tuple[str, str] | None:
    """What somebody's calendar takes from this."""
    if one.entry.occasion not in CALENDARS:
        return None
    languages = [one.person.language] if one.person.language else LANGUAGES
    usual, sender = parseaddr(settings.mail_from)
    organiser = usual or "Pleth" if one.hides else one.facts.called(languages[0])
    dated = CALENDARS[one.entry.occasion](one.facts, one.hides)
    return invitation(dated, Guest(one.person.email, sender, organiser, languages), address=settings.address, at=one.entry.now)


def _words(db: Connection[Any], ids: list[UUID]) -> list[Quote]:
    """Those that may be shown, in the order of the ids."""
    return db.execute("select language, body from words where id = any(%s) order by array_position(%s, id)", (ids, ids)).fetchall() if ids else []


def _once(told: list[Told]) -> list[Told]:
    """Of several that ask for the same, the last: a reminder stands for what it reminds of."""
    english = translator("en")
    last = {one.said(english).path: one for one in told if one.needs_me}
    return [one for one in told if not one.needs_me or last[one.said(english).path] is one]


def _part(settings: Settings, told: list[Told], language: str) -> Part:
    t = translator(language)
    titles = {"because": t("Because of you"), "turn": t("Your turn"), "new": t("New")}
    items: dict[str, list[Item]] = {section: [] for section in titles}
    for one in told:
        said = one.said(t)
        items[said.section or ("turn" if one.needs_me else "new")].append(_item(settings, one, said, language))
    sections = [(titles[section], found) for section, found in items.items() if found]
    first = sections[0][1][0].said.subject
    heading = t.n("{first}, and {count} more thing", "{first}, and {count} more things", len(told) - 1, first=first) if len(told) > 1 else ""
    return Part(language, heading or first, heading, sections, *_why(settings, told, t))


def _item(settings: Settings, one: Told, said: Said, language: str) -> Item:
    answers = [(label, _address(settings, language, path)) for label, path in said.answers]
    if one.person.mails == "weekly" and one.needs_me:
        answers.append((translator(language)("Not yet"), _address(settings, language, f"/not-yet/{reaching.not_yet_token(settings.secret, one.entry.id)}")))
    return Item(said, _address(settings, language, said.path), answers)


def _address(settings: Settings, language: str, path: str) -> str:
    return f"{settings.address}/{language}{spelt(path, language)}"


def _why(settings: Settings, told: list[Told], t: Translator) -> tuple[str, list[tuple[str, str]], str]:
    """Why it came, what can be done about that, and the address of one press that ends it: mail about its project, or about all where it is about several."""
    person = told[0].person
    if person.member is None or person.account is None:
        return t("This mail was sent by Pleth, because somebody gave your address."), [], ""
    if len(_projects(told)) == 1:
        here = t("You get this because you take part in the project.")
        why = t("You get this because you asked to take part in the project.") if told[0].entry.occasion == TURNED_AWAY else here
        stop, token = t("No more mail about this project"), (person.member, "project")
    else:
        why, stop, token = t("You get this because you take part in these projects."), t("No more mail about any of them"), (person.account, "account")
    stop_url = _address(settings, t.language, f"/unsubscribe/{reaching.unsubscribe_token(settings.secret, *token)}")
    return why, [(t("Choose which mail you get"), _address(settings, t.language, "/me/mail")), (stop, stop_url)], stop_url


def _projects(told: list[Told]) -> set[UUID]:
    return {one.entry.project for one in told}


def _thread(told: list[Told]) -> str:
    """Mails about one decision, idea or proposal are one thread, else those about one project; what is about several begins one."""
    entry, person = told[0].entry, told[0].person
    if len(_projects(told)) > 1:
        return ""
    about = {one.entry.refs.get("decision") or one.entry.refs.get("idea") or one.entry.refs.get("proposal") for one in told}
    thread = about.pop() if len(about) == 1 else None
    return f"{thread or (entry.project if entry.occasion != SIGN_IN else entry.id)}.{person.member or entry.recipient}"

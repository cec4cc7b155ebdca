"""An idea: somebody's words, supported by others, replied to, answered, joined with another, split, or set aside with a reason.

Where two are joined, one goes on with the authors and the supporters of both, each counted once; the other keeps its page, and can be set apart again.
"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from .backing import Backing
from .base import Act, Aggregate, Text, event, must_be_ahead
from .errors import DayIsMissing, IdeaIsJoined, IdeaIsSetAside, NotYours, UnknownChoice

STANCES = ("agree", "disagree", "pass")

ANSWERS = ("yes", "partly", "not now", "no", "let us talk")
"""The kinds of a formal answer."""


class Idea(Aggregate):
    @classmethod
    def post(cls, by: Act, words: Text, source: str | None = None, grew_from: UUID | None = None, authors: list[UUID] | None = None) -> "Idea":
        """Put an idea on the board. `source` names where imported words were first published; `grew_from` what it is a part of, or what somebody said
        matters; `authors`: all of them, where there are more than whoever wrote it."""
        return cls(by, words, source, grew_from, authors)

    def reword(self, by: Act, words: Text) -> None:
        self._must_be_open()
        if by.author != self.author:
            raise NotYours
        self._reworded(by, words)

    def support(self, by: Act, enough: Mapping[str, int] | None = None) -> None:
        """`enough`: how many of each side move it on without anybody's leave, by the charter."""
        self._must_be_open()
        if by.author not in self.supporters:
            self._supported(by)
            self._move_on(by, enough)

    def take_back_support(self, by: Act) -> None:
        self._must_not_be_joined()
        if by.author in self.supporters:
            self._support_taken_back(by)

    def take_stance(self, by: Act, stance: str) -> None:
        """Agree, disagree or pass, as imported conversations do; the last one stands. Also on ideas that were set aside."""
        if stance not in STANCES:
            raise UnknownChoice(value=stance)
        before = self.stances.get(by.author.hex)
        if stance != before:
            self._stance_taken(by, stance, before)

    def reply(self, by: Act, reply: UUID, words: Text) -> None:
        self._must_be_open()
        self._replied(by, reply, words)

    def reword_reply(self, by: Act, was: UUID, words: Text) -> None:
        """Say one's own reply in other words, in its place. `was`: the text that is replaced."""
        self._must_be_open()
        if self.texts.get(was) != by.author:
            raise NotYours
        self._reply_reworded(by, was, words)

    def ask_for_answer(self, by: Act, of: UUID, until_on: date) -> None:
        """Ask somebody for an answer by a day; asked again, the later word stands. They may answer whatever their task."""
        self._must_be_open()
        must_be_ahead(by, until_on)
        if self.asked.get(of) != until_on.isoformat():
            self._answer_asked(by, of, until_on.isoformat())

    def answer(self, by: Act, words: Text, kind: str = "", on: date | None = None) -> None:
        """A formal answer of one of ANSWERS, or in words alone. A later one stands beside the earlier ones. `on`: when it happens, is looked at again, or
        is talked about; a talk needs a day."""
        self._must_be_open()
        if kind and kind not in ANSWERS:
            raise UnknownChoice(value=kind)
        if kind == "let us talk" and on is None:
            raise DayIsMissing
        if on is not None:
            must_be_ahead(by, on)
        self._answered(by, words, kind, on.isoformat() if on else None)

    def set_aside(self, by: Act, reason: Text) -> None:
        self._must_be_open()
        self._set_aside(by, reason)

    def take_up_again(self, by: Act, reason: Text) -> None:
        if self.is_set_aside:
            self._taken_up_again(by, reason)

    def move(self, by: Act, theme: UUID | None) -> None:
        """Put it under a theme, or under none."""
        self._must_be_open()
        if theme != self.theme:
            self._moved(by, theme, self.theme)

    def join(self, by: Act, into: "Idea", enough: Mapping[str, int] | None = None) -> None:
        """Go on as one with another idea, in whose place it stands from now on. Both are saved together."""
        self._must_be_open()
        into._must_be_open()
        if into.id == self.id:
            raise UnknownChoice(value=str(into.id))
        asked = self.asked
        self._merged(by, into.id)
        into._took_in(by, self.id, self.authors, self.backing.by_side())
        for of, until_on in asked.items():
            if of not in into.asked:
                into._answer_asked(by, of, until_on)
        into._move_on(by, enough)

    def set_apart(self, by: Act, joined: "Idea") -> None:
        """Undo the joining: it stands for itself again, with those who supported it and still do."""
        if joined.id != self.joined_with:
            raise UnknownChoice(value=str(joined.id))
        joined._must_not_be_joined()
        still, authors, supporters = joined.backing.joined[self.id].supporters, joined.backing.all_authors(self.id), joined.backing.all_supporters(self.id)
        self._set_apart(by, joined.id, [member for member in self.supporters if member not in still])
        leaving = [author for author in joined.authors if author not in authors]
        joined._let_go(by, self.id, leaving, [member for member in joined.supporters if member not in supporters])

    def split(self, by: Act, words: Text, parts: list[UUID]) -> None:
        """Into several: the first part keeps the page, in `words`; `parts` are the others, posted together with this by the same author."""
        self.reword(by, words)
        self._split(by, parts)

    @property
    def authors(self) -> list[UUID]:
        """Whose idea it is, first whoever wrote its words; with those of the ideas that it took in."""
        return self.backing.all_authors()

    @property
    def supporters(self) -> list[UUID]:
        """Each once, also who supported an idea that it took in."""
        return list(self.backing.all_supporters())

    @event("Posted")
    def __init__(self, by: Act, words: Text, source: str | None = None, grew_from: UUID | None = None, authors: list[UUID] | None = None) -> None:
        self.project = by.project
        self.author = by.author
        self.backing = Backing(authors or [by.author])
        self.words = words
        self.texts: dict[UUID, UUID] = {words.id: by.author}
        self.stances: dict[str, str] = {}
        self.theme: UUID | None = None
        self.joined_with: UUID | None = None
        self.asked: dict[UUID, str] = {}
        self.has_moved_on = False
        self.is_answered = False
        self.is_set_aside = False

    @event("Reworded")
    def _reworded(self, by: Act, words: Text) -> None:
        self.words = words
        self.texts[words.id] = by.author

    @event("Supported")
    def _supported(self, by: Act) -> None:
        self.backing.supporters[by.author] = by.side

    @event("SupportTakenBack")
    def _support_taken_back(self, by: Act) -> None:
        self.backing.drop([by.author])

    @event("StanceTaken")
    def _stance_taken(self, by: Act, stance: str, before: str | None) -> None:
        self.stances[by.author.hex] = stance

    @event("Replied")
    def _replied(self, by: Act, reply: UUID, words: Text) -> None:
        self.texts[words.id] = by.author

    @event("ReplyReworded")
    def _reply_reworded(self, by: Act, was: UUID, words: Text) -> None:
        self.texts[words.id] = by.author

    @event("AnswerAsked")
    def _answer_asked(self, by: Act, of: UUID, until_on: str) -> None:
        self.asked[of] = until_on

    @event("Answered")
    def _answered(self, by: Act, words: Text, kind: str = "", on: str | None = None) -> None:
        self.texts[words.id] = by.author
        self.asked.pop(by.author, None)
        self.is_answered = True

    @event("MovedOn")
    def _moved_on(self, by: Act, supporters: dict[str, int]) -> None:
        self.has_moved_on = True

    @event("SetAside")
    def _set_aside(self, by: Act, reason: Text) -> None:
        self.is_set_aside = True
        self.asked = {}

    @event("TakenUpAgain")
    def _taken_up_again(self, by: Act, reason: Text) -> None:
        self.is_set_aside = False

    @event("Moved")
    def _moved(self, by: Act, theme: UUID | None, before: UUID | None) -> None:
        self.theme = theme

    @event("Merged")
    def _merged(self, by: Act, into: UUID) -> None:
        self.joined_with = into
        self.asked = {}

    @event("TookIn")
    def _took_in(self, by: Act, other: UUID, authors: list[UUID], supporters: dict[str, list[UUID]]) -> None:
        self.backing.bring(other, authors, supporters)

    @event("SetApart")
    def _set_apart(self, by: Act, joined: UUID, gone: list[UUID]) -> None:
        self.joined_with = None
        self.backing.drop(gone)

    @event("LetGo")
    def _let_go(self, by: Act, other: UUID, authors: list[UUID], supporters: list[UUID]) -> None:
        del self.backing.joined[other]

    @event("Split")
    def _split(self, by: Act, parts: list[UUID]) -> None:
        """Each part is an idea of its own, that says from what it grew."""

    def _move_on(self, by: Act, enough: Mapping[str, int] | None) -> None:
        if enough and not self.has_moved_on and self.backing.is_enough(enough):
            self._moved_on(by, self.backing.counts())

    def _must_be_open(self) -> None:
        if self.is_set_aside:
            raise IdeaIsSetAside
        self._must_not_be_joined()

    def _must_not_be_joined(self) -> None:
        if self.joined_with is not None:
            raise IdeaIsJoined

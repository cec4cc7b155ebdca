"""One sheet for people without a screen, in both languages: your idea, your vote, what happened. It comes back by post, or is read out on the phone."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decisions import DECISIONS, Line, decisions
from projections.people import PEOPLE
from projections.permalinks import PERMALINKS, code_of
from projections.projects import PROJECTS, Overview, overview
from workspace.languages import LANGUAGES, Translator, translator
from workspace.refusals import NotFound

from .asking import one_id
from .auth import workspace
from .ballots import IF_YOU_OBJECT, choices_on_paper
from .explanations import result_word
from .frames import frame_of
from .rendering import Answer, page
from .routes import get
from .sentences.vocabulary import message

Asked = Request[Any, Any, Any]

VOTES, RESULTS = 2, 2
"""As many as fit on one sheet."""

HERE_BY = message("Here by: {when}")
WORDS = {
    "idea": message("What matters to you, or your idea"),
    "shown": message("You may show this to others, with my first name"),
    "unshown": message("Only those who look after the project may read it"),
    "vote": message("Your vote"),
    "object": IF_YOU_OBJECT,
    "who": message("Who you are"),
    "name": message("Your name"),
    "neither": message("Neither"),
    "signed": message("These are my words (sign here)"),
    "happened": message("What happened"),
    "talk": message("Would rather talk? Ring, and say the code."),
    "slip": message("You get a slip to confirm what was written down, put it right or take it back."),
}
"""What stands on the sheet, once in each language."""


@dataclass(frozen=True, slots=True)
class OpenVote:
    """A vote that is open: its question in both languages, until when, and the code that says on the phone which it is."""

    line: Line
    code: str
    by: dict[str, str]
    choices: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    project: Overview
    code: str
    address: str
    words: dict[str, dict[str, str]]
    votes: list[OpenVote]
    results: list[tuple[Line, dict[str, str]]]  # each with how it came out, in both languages


@get("/projects/{project:uuid}/sheet", shows=[PROJECTS, PEOPLE, DECISIONS, PERMALINKS])
def show(request: Asked, project: UUID) -> Answer:
    """A sheet to print: an idea, the votes that are open (or the one that is named), what was decided lately."""
    only = one_id(request, "decision")
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found, lines = overview(db, project), decisions(db, project, member=frame.member)
        votes = [(line, code_of(db, line.id) or "") for line in lines.open if only in (None, line.id)][:VOTES]
        code = code_of(db, project) or ""
    if found is None:
        raise NotFound
    each = [translator(language) for language in LANGUAGES]
    words = {name: {t.language: t(said) for t in each} for name, said in WORDS.items()}
    asked = [OpenVote(line, code, {t.language: t(HERE_BY, when=line.closes_at) for t in each}, choices_on_paper(line.is_by_consent)) for line, code in votes]
    results = [(line, {t.language: _told(t, line) for t in each}) for line in lines.over if line.result][:RESULTS]
    address = workspace(request).settings.address.removeprefix("https://")
    return page(request, "sheets/show.html", Sheet(found, code, address, words, asked, results))


def _told(t: Translator, line: Line) -> str:
    return f"{result_word(t, line.result or '')}, {t.day(line.closed_at)}" if line.closed_at else result_word(t, line.result or "")


routes = [show]

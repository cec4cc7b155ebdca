"""A whole session where there was no network: planned, printed, held on paper, typed in afterwards, decided, and sealed. By pages alone, without
JavaScript, in each language."""

import re
from datetime import timedelta
from uuid import UUID

from projections.agendas import session as planned
from tests.evening import seal_minutes
from tests.gathering import Gathering
from web.languages import to
from workers import clock, rebuilding
from workspace.languages import LONDON

from .journeys import BOTH_AGREED, Journey
from .statements import statements_of

WHAT_MATTERS = {"title_cy": "Beth sy’n bwysig", "title_en": "What matters", "question_cy": "Beth sy’n bwysig?", "question_en": "What matters?"}
DOTS = {"title_cy": "Dotiau", "title_en": "Dots", "question_cy": "Beth gyntaf?", "question_en": "What first?"}
FEELING = {"title_cy": "Sut mae’n teimlo?", "title_en": "How does it feel?"}
DECIDE = {"title_cy": "Penderfynu", "title_en": "Decide", "question_cy": "Awn ni ymlaen?", "question_en": "Do we go on?"}
PARTS = (("write", WHAT_MATTERS), ("dots", DOTS), ("temperature", FEELING), ("decide", DECIDE), ("break", {"title_cy": "Paned", "title_en": "Tea"}))


def test_from_a_plan_to_sealed_minutes_without_a_network(journey: Journey, gathering: Gathering) -> None:
    gathering.adopt_charter()
    journey.project, journey.people = gathering.project, dict(gathering.accounts)
    journey.as_("Mair")
    home = plan(journey)
    blocks = print_everything(journey, home)
    journey.says(journey.open(home), "Open the doors")
    typing = home + to("/typing", journey.language)[3:]
    page = journey.follow(typing)
    journey.says(page, "We met, without a network")
    journey.press(typing)
    note_who_was_there(journey, typing, gathering)
    type_cards_in(journey, typing, blocks["write"])
    choose(journey, typing, blocks["dots"])
    feel(journey, typing, blocks["temperature"])
    decision = decide(journey, typing, blocks["decide"], gathering)
    read_and_seal(journey, home, decision, gathering)
    found = rebuilding.check(gathering.workspace)
    assert found.identical == found.read_models, found.differing


def plan(journey: Journey) -> str:
    """A session that began half an hour ago; the answer is its address."""
    began = (journey.reader.workspace.now() - timedelta(minutes=30)).astimezone(LONDON)
    journey.open(journey.here("/sessions/new"))
    told = {"title_cy": "Y neuadd heb signal", "title_en": "The hall without a signal", "agenda": "", "minutes": "120"}
    journey.press(journey.here("/sessions"), starts_on=f"{began:%Y-%m-%d}", starts_at=f"{began:%H:%M}", **told)
    home = journey.where
    for kind, words in PARTS:
        journey.open(f"{home}{to('/blocks/new', journey.language)[3:]}")
        journey.press(home + to("/blocks", journey.language)[3:], kind=kind, minutes="15", before="", dots="3", cap="2", **words)
    return home


def print_everything(journey: Journey, home: str) -> dict[str, UUID]:
    """What lies on the tables; the parts of the agenda by kind."""
    paper = journey.open(f"{home}{to('/paper', journey.language)[3:]}?tables=2&many=8")
    parts = re.findall(r'href="([^"]+)"', paper.partition("<noscript>")[2].partition("</noscript>")[0])
    laid_out = "".join(journey.open(part) for part in parts)
    assert (laid_out.count('class="leaf answers"'), laid_out.count('class="printed-ballot"')) == (2, 3 * 8)
    with journey.reader.workspace.reading() as db:
        found = planned(db, UUID(home.rpartition("/")[2]))
    assert found is not None
    return {block.kind: block.id for block in found.agenda}


def note_who_was_there(journey: Journey, typing: str, gathering: Gathering) -> None:
    people = typing + to("/people", journey.language)[3:]
    journey.follow(people)
    there = [str(gathering.member(name)) for name in ("Mair", *gathering.citizens, *gathering.professionals)]
    page = journey.press(people, here=there)
    assert "Gwenda" not in page
    page = journey.press(f"{people}{to('/new', journey.language)[3:]}", name="Gwenda", side="citizen")
    assert "Gwenda" in page
    assert journey.t("Who else was there?") not in page, "everybody of the project was"


def type_cards_in(journey: Journey, typing: str, block: UUID) -> None:
    journey.open(typing)
    journey.follow(f"{typing}/{block}")
    cards = f"{typing}/{block}{to('/cards', journey.language)[3:]}"
    journey.press(cards, number="1", table="1", text_1="Paned", text_2="Sgwrs")
    journey.press(cards, number="2", table="2", text_1="Bws")
    refused = journey.reader.press(cards, number="2", text_1="Eto")
    assert (refused.status_code, "Eto" in refused.text) == (409, True)


def choose(journey: Journey, typing: str, block: UUID) -> None:
    """Three cards had numbers on the ballots; two people gave them dots."""
    page = journey.open(f"{typing}/{block}")
    places = re.findall(r'name="place_([0-9a-f]{32})"', page)
    assert len(places) == 3
    journey.press(f"{typing}/{block}{to('/options', journey.language)[3:]}", **{f"place_{card}": str(n) for n, card in enumerate(places, 1)})
    ballots = f"{typing}/{block}{to('/choices', journey.language)[3:]}"
    journey.press(ballots, number="1", side="citizen", **{f"dots_{places[0]}": "2", f"dots_{places[1]}": "1"})
    page = journey.press(ballots, number="2", side="professional", **{f"dots_{places[0]}": "1"})
    assert 'value="3"' in page, "the next number waits"


def feel(journey: Journey, typing: str, block: UUID) -> None:
    journey.open(f"{typing}/{block}")
    ballots = f"{typing}/{block}{to('/choices', journey.language)[3:]}"
    journey.press(ballots, number="1", level="2", side="citizen")
    journey.press(ballots, number="2", level="-1", side="professional")


def decide(journey: Journey, typing: str, block: UUID, gathering: Gathering) -> str:
    """The question is put as it stood on the ballots, every ballot goes in by its number and its name, and it is closed. The answer: its address."""
    votes = f"{typing}/{block}{to('/votes', journey.language)[3:]}"
    assert journey.reader.open(f"{typing}/{block}").url.path == votes
    journey.follow(f"{typing.rpartition('/')[0]}{to('/question', journey.language)[3:]}?block={block}")
    said = {"yes_cy": "Ymlaen", "yes_en": "On", "no_cy": "Aros", "no_en": "Stay", "otherwise_cy": "Dim", "otherwise_en": "Nothing"}
    page = journey.press(typing.rpartition("/")[0] + to("/question", journey.language)[3:], until="1440", **said)
    named = dict(re.findall(r'<option value="([0-9a-f-]{36})">([^<(]+?) ?(?:\(|<)', page))
    gwenda = next(member for member, name in named.items() if name.startswith("Gwenda"))
    voters = [gwenda, *(str(gathering.member(name)) for name in (*gathering.citizens, *gathering.professionals))]
    before = statements_of(journey.reader, votes)
    for number, voice in enumerate(voters, 1):
        journey.open(votes)
        page = journey.press(votes, number=str(number), voice=voice, choice="yes", agreed="signed")
        journey.says(page, "Ballot {number} is in.", number=number)
    assert statements_of(journey.reader, votes) == before
    twice = journey.reader.press(votes, number="1", voice=str(gathering.member("Mair")), choice="yes")
    assert twice.status_code in (403, 409), "a number goes in once, and nobody votes for themselves on behalf"
    told = re.search(rf'href="({re.escape(journey.here("/decisions"))}/[0-9a-f-]+)"', journey.open(votes))
    assert told
    decision = told[1]
    journey.open(decision)
    shown = journey.press(decision + "/" + to("/closure", journey.language)[4:], closing="Mae pob papur i mewn")
    assert BOTH_AGREED[journey.language] in shown
    return decision


def read_and_seal(journey: Journey, home: str, decision: str, gathering: Gathering) -> None:
    workspace, session = gathering.workspace, UUID(home.rpartition("/")[2])
    rebuilding.bring_to_head(workspace)
    clock._mind_sessions(workspace)
    path = home + to("/minutes", journey.language)[3:]
    page = journey.open(path)
    assert all(words in page for words in ("Paned", "Sgwrs", "Bws", {"en": "Agreed on", "cy": "Cytunwyd"}[journey.language], decision))
    journey.says(page, "Without a network")
    assert journey.t("We did not get to this.") not in page, "nobody knows how far a session came that was led without a screen"
    seal_minutes(workspace, session, gathering.act("Mair"))
    journey.says(journey.open(path), "Sealed: version {number}", number=1)
    journey.says(journey.open(home + to("/typing", journey.language)[3:]), "The minutes are sealed")
    assert "Gwenda" in journey.open(home + to("/given/sheets", journey.language)[3:]), "whoever has neither phone nor mail is thanked on paper"
    told = re.sub(r"<[^>]+>", "", journey.open(journey.here("/history?kind=session")))
    assert {"en": "took place without a network", "cy": "wedi’i chynnal heb rwydwaith"}[journey.language] in told

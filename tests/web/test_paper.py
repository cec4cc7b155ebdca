"""The paper twin of a session: what is printed, and typing in what comes back."""

import re
from uuid import UUID

import pytest

from aggregates.card import Card
from aggregates.proceedings import Proceedings
from aggregates.sheet import Sheet
from aggregates.vote import Vote
from tests.evening import Evening, seal_minutes
from web.paper import MOST_BALLOTS, MOST_TABLES
from workspace import choices, minutes

from .browsing import Reader
from .statements import statements_of

JSON = {"accept": "application/json"}


def at(evening: Evening, path: str = "") -> str:
    return f"/en/projects/{evening.gathering.project}/sessions/{evening.id}{path}"


def yn(evening: Evening, path: str = "") -> str:
    return f"/cy/prosiectau/{evening.gathering.project}/sesiynau/{evening.id}{path}"


@pytest.fixture
def mair(reader: Reader, evening: Evening) -> Reader:
    return reader.sign_in(evening.gathering.accounts["Mair"])


def by_dots(evening: Evening) -> tuple[UUID, UUID, UUID]:
    """Three cards, and a choice between them in another order than they came."""
    evening.come("Eira")
    evening.go_to(0, "write")
    first, second, third = (evening.card(evening.act("Eira"), text, is_shown=True) for text in ("Paned", "Sgwrs", "Bws"))
    evening.go_to(1, "choose", third, first, second)
    return third, first, second


def numbered(html: str) -> list[tuple[str, str]]:
    """Numbers and the words that they stand before, as they are read."""
    text = re.sub(r"<[^>]+>", " ", re.sub(r"<(style|script).*?</\1>", "", html, flags=re.S))
    return re.findall(r"\b([1-9])\s+(Paned|Sgwrs|Bws)\b", text)


def test_everything_is_printed_by_one_button(mair: Reader, evening: Evening) -> None:
    page = mair.open(at(evening, "/paper?tables=3&many=5")).text
    assert "data-print" in page
    assert evening.code in page
    assert re.findall(r'<template data-copies="(\d+)">\s*<(?:article|section) class="([^"]+)"', page) == [
        ("3", "leaf table-card"),
        *[("3", "leaf answers")] * 2,
        *[("5", "printed-ballot")] * 4,
    ]
    assert page.count('class="leaf tally"') == 4
    assert "Beth wnaeth hi’n dda?" in page
    assert "It worries me a lot" in page


def marks(page: str) -> list[tuple[str, ...]]:
    """The numbers on each sheet, each ballot and each card that a page holds whole, for a browser without scripts."""
    papers = re.findall(r'<(?:article|section) class="(?:leaf table-card|leaf answers|printed-ballot)".*?</(?:article|section)>', page, re.S)
    return [tuple(re.findall(r"<b data-number>(\d+)</b>", each)) for each in papers]


def test_numbers_go_on_from_print_to_print(mair: Reader, evening: Evening) -> None:
    asked = f"/paper?many=2&tables=1&part={evening.blocks[1]}"
    assert [marks(mair.open(at(evening, f"{asked}&from={start}")).text) for start in (1, 3)] == [[("1",), ("2",)], [("3",), ("4",)]]


def test_all_papers_of_a_usual_session_are_a_light_page_and_without_scripts_light_pages(mair: Reader, evening: Evening) -> None:
    by_dots(evening)
    page = mair.open(at(evening, "/paper")).text
    assert len(page.encode()) < 60_000
    links = re.findall(r'href="([^"]+)"', page.partition("<noscript>")[2].partition("</noscript>")[0])
    parts = [mair.open(link.replace("&amp;", "&")).text for link in links]
    assert max(len(part.encode()) for part in parts) < 60_000
    assert not any("<template" in part or 'class="leaf tally"' in part for part in parts)
    tables = range(1, 6)
    assert sorted(each for part in parts for each in marks(part)) == sorted(
        [*[(str(table),) for table in tables], *[(str(table), str(table)) for table in tables] * 2, *[(str(ballot),) for ballot in range(1, 41)] * 4]
    )


@pytest.mark.parametrize("asked", ["tables=100000", "many=999999", "from=99999", "tables=-1", "from=x", "tables=0"])
def test_no_more_is_printed_than_a_room_needs(mair: Reader, evening: Evening, asked: str) -> None:
    page = mair.open(at(evening, f"/paper?{asked}"))
    assert page.status_code == 200
    assert all(1 <= int(copies) <= MOST_BALLOTS for copies in re.findall(r'data-copies="(\d+)"', page.text))
    assert 1 <= len(marks(mair.open(at(evening, f"/paper?part=tables&{asked}")).text)) <= MOST_TABLES


def test_a_session_that_is_planned_is_printed_with_its_code_before_the_doors_open(reader: Reader, evening: Evening) -> None:
    planned = Evening(evening.gathering)
    reader.sign_in(evening.gathering.accounts["Mair"])
    assert planned.code in reader.open(at(planned, "/paper")).text
    assert planned.open_doors().code in reader.open(at(planned, "/paper")).text


def test_the_agenda_is_in_ones_own_language_or_in_both(mair: Reader, evening: Evening) -> None:
    assert mair.open(yn(evening, "/papur")).text.count('class="leaf large"') == 1
    assert mair.open(yn(evening, "/papur?view=both")).text.count('class="leaf large"') == 2


def test_ballots_have_the_numbers_of_the_screen_the_phone_and_the_console(mair: Reader, evening: Evening) -> None:
    assert "Paned" not in mair.open(at(evening, "/paper")).text
    by_dots(evening)
    wanted = [("1", "Bws"), ("2", "Paned"), ("3", "Sgwrs")]
    assert numbered(mair.open(at(evening, "/paper?many=1")).text)[:3] == wanted
    assert numbered(mair.open(at(evening, f"/typing/{evening.blocks[1]}")).text) == wanted
    assert sorted(numbered(mair.open(at(evening, "/screen")).text)) == wanted
    assert re.findall(r'<li value="(\d)">(?:<[^>]+>)*(\w+)', mair.open(at(evening, "/console")).text) == wanted
    mair.sign_in(evening.gathering.accounts["Eira"])
    assert numbered(mair.open(f"/en/here/{evening.id}").text) == wanted


def test_a_ballot_by_consent_asks_whoever_objects_why(mair: Reader, evening: Evening) -> None:
    asks = "If you object: what would be harmed?"
    assert asks not in mair.open(at(evening, "/paper?many=1")).text
    evening.gathering.adopt_charter(consent_first=True)
    assert asks in mair.open(at(evening, "/paper?many=1")).text


def test_a_sheet_is_typed_in_box_by_box_and_the_next_number_waits(mair: Reader, evening: Evening) -> None:
    evening.go_to(0, "write")
    path = at(evening, f"/typing/{evening.blocks[0]}")
    mair.open(path)
    page = mair.press(f"{path}/cards", number="4", table="2", text_1="Paned", text_3="Sgwrs").text
    assert "Sheet 4 is in: 2 answers." in page
    assert 'name="number" type="number" value="5"' in page
    assert [each.table for each in evening.events(Card.Put)] == [2, 2]
    console = mair.open(at(evening, "/console")).text
    assert "On paper, sheet 4" in console
    assert "Not confirmed yet" not in console


def test_a_number_goes_in_once_and_what_was_typed_stays(mair: Reader, evening: Evening) -> None:
    path = at(evening, f"/typing/{evening.blocks[0]}")
    mair.open(path)
    mair.press(f"{path}/cards", number="4", text_1="Paned")
    mair.open(path)
    again = mair.press(f"{path}/cards", number="4", text_1="Sgwrs hir")
    assert again.status_code == 409
    assert "Number 4 of this part is typed in already: Mair" in again.text
    assert "Sgwrs hir" in again.text
    assert len(evening.events(Card.Put)) == 1


def test_a_sheet_without_a_word_or_a_number_is_not_typed_in(mair: Reader, evening: Evening) -> None:
    path = at(evening, f"/typing/{evening.blocks[0]}")
    mair.open(path)
    refused = mair.press(f"{path}/cards", number="", text_1="")
    assert refused.status_code == 422
    assert "Write something here" in refused.text
    assert "A whole number from 1 to 999" in refused.text


def test_ballots_are_typed_in_in_welsh(mair: Reader, evening: Evening) -> None:
    bws, paned, _ = by_dots(evening)
    path = yn(evening, f"/teipio/{evening.blocks[1]}")
    mair.open(path)
    page = mair.press(f"{path}/dewisiadau", number="7", side="professional", **{f"dots_{bws.hex}": "2", f"dots_{paned.hex}": "1"}).text
    assert "Mae’r papur pleidleisio i mewn, rhif 7." in page
    page = mair.press(f"{path}/dewisiadau", number="7", **{f"dots_{bws.hex}": "1"})
    assert (page.status_code, "Mae’r rhif hwn yn y rhan hon wedi’i deipio eisoes: 7. Mair" in page.text) == (409, True)
    evening.go_to(1, "talk")
    [count] = evening.events(Proceedings.Counted)
    assert [(each["option"], each["dots"]) for each in count.outcome["options"]][:2] == [(bws.hex, 2), (paned.hex, 1)]


def test_paper_says_otherwise_than_a_phone_only_where_that_is_meant(mair: Reader, evening: Evening) -> None:
    evening.come("Eira")
    evening.go_to(2, "choose")
    choices.choose(evening.gathering.workspace, evening.act("Eira"), evening.id, evening.blocks[2], {"level": 2})
    path, eira = at(evening, f"/typing/{evening.blocks[2]}"), str(evening.gathering.member("Eira"))
    mair.open(path)
    refused = mair.press(f"{path}/choices", number="1", level="-1", voice=eira)
    assert (refused.status_code, "They have chosen on a phone already" in refused.text) == (409, True)
    assert "Ballot 1 is in." in mair.press(f"{path}/choices", is_instead="1").text


def test_an_evening_without_a_network_is_typed_in_afterwards_until_its_minutes_are_sealed(mair: Reader, evening: Evening) -> None:
    evening.end()
    minutes.draft(evening.gathering.workspace, evening.id)
    assert at(evening, "/typing") in mair.open(at(evening)).text
    sheets, dots = at(evening, f"/typing/{evening.blocks[0]}"), at(evening, f"/typing/{evening.blocks[1]}")
    assert "type in the sheets with the answers first" in mair.open(dots).text
    mair.open(sheets)
    mair.press(f"{sheets}/cards", number="1", text_1="Paned", text_2="Sgwrs")
    one, two = (each.originator_id for each in evening.events(Card.Put))
    mair.open(dots)
    twice = mair.press(f"{dots}/options", **{f"place_{one.hex}": "1", f"place_{two.hex}": "1"})
    assert (twice.status_code, "Give each number once" in twice.text) == (422, True)
    page = mair.press(f"{dots}/options", **{f"place_{one.hex}": "2", f"place_{two.hex}": "1"})
    assert numbered(page.text) == [("1", "Sgwrs"), ("2", "Paned")]
    mair.press(f"{dots}/choices", number="1", **{f"dots_{two.hex}": "2"})
    told = mair.open(at(evening, "/minutes")).text
    assert "2 sheets of paper" in told
    assert "1 person chose." in told
    assert "Paned" in told
    seal_minutes(evening.gathering.workspace, evening.id, evening.act("Mair"))
    assert "The minutes are sealed" in mair.open(sheets).text
    body = {"number": 9, "text_1": "Hwyr"}
    assert mair.client.post(f"{sheets}/cards", json=body, headers=JSON).json()["reason"] == "MinutesAreSealed"


def test_a_vote_is_typed_in_by_the_name_on_it(mair: Reader, evening: Evening) -> None:
    evening.gathering.adopt_charter()
    path = at(evening, f"/typing/{evening.blocks[3]}")
    assert "The question was not put to everybody yet." in mair.open(path).text
    evening.go_to(3, "decide")
    decision = evening.ask()
    votes = f"{path}/votes"
    mair.open(votes)
    eira = str(evening.gathering.member("Eira"))
    page = mair.press(votes, number="4", voice=eira, choice="yes", reason="Mae’n gynnes yno").text
    assert "Ballot 4 is in." in page
    slip = re.search(r'href="(/en/projects/[^"]+/slips/[^"]+)"', page)
    assert slip, "its slip can be printed at once"
    assert "Eira" in mair.open(slip[1]).text
    mair.open(votes)
    refused = mair.press(votes, number="4", voice=str(evening.gathering.member("Rhys")), choice="no", reason="Rhy bell")
    assert (refused.status_code, "Number 4 of this part is typed in already" in refused.text, "Rhy bell" in refused.text) == (409, True, True)
    assert len(evening.events(Vote.Cast)) == 1, "of what was refused no half went in"
    refused = mair.press(votes, number="", voice="", choice="no")
    assert (refused.status_code, "A whole number from 1 to 999" in refused.text) == (422, True)
    body = {"number": 9, "voice": str(evening.gathering.member("Rhys")), "choice": "yes", "decision": str(decision)}
    assert mair.client.post(f"{path}/votes", json=body, headers=JSON).json()["id"]
    assert sorted(each.number for each in evening.events(Sheet.TypedIn)) == [4, 9]


def test_no_paper_comes_back_from_what_is_not_recorded(mair: Reader, evening: Evening) -> None:
    listed = mair.open(at(evening, "/typing")).text
    assert [str(block) in listed for block in evening.blocks] == [True, True, True, True, False, False, True, True]
    assert mair.open(at(evening, f"/typing/{evening.blocks[5]}")).status_code == 404


def test_whoever_only_filled_in_a_sheet_is_not_in_the_list_of_people(mair: Reader, evening: Evening) -> None:
    before = mair.open(f"/en/projects/{evening.gathering.project}/members").text.count("Somebody")
    path = at(evening, f"/typing/{evening.blocks[0]}")
    mair.open(path)
    mair.press(f"{path}/cards", number="4", text_1="Paned")
    assert mair.open(f"/en/projects/{evening.gathering.project}/members").text.count("Somebody") == before


def test_the_pages_ask_the_same_however_much_there_is(mair: Reader, evening: Evening) -> None:
    by_dots(evening)
    paths = [at(evening, path) for path in ("/paper", "/typing", f"/typing/{evening.blocks[0]}", f"/typing/{evening.blocks[1]}")]
    before = [statements_of(mair, path) for path in paths]
    for number in range(1, 4):
        mair.open(paths[2])
        mair.press(f"{paths[2]}/cards", number=str(number), text_1="Paned")
    assert [statements_of(mair, path) for path in paths] == before
    assert max(before) <= 15

"""A sensitive project: nowhere for others, and nobody is given away within it or by its mail."""

import re
from typing import Any
from uuid import uuid4

import pytest

from tests.cases import some
from tests.gathering import QUESTION, Gathering
from workspace import accounts, charters, commission, decisions, hands, members, missing_voices, projects, reaching
from workspace.missing_voices import Missing
from workspace.story.evening_care import CHARTER, RULE
from workspace.story.telling import both

from .addresses import ACT, HTML, JSON, OUTSIDE, READ, REFUSED, P, as_, body_of, filled, send
from .browsing import Reader
from .neighbours import CITIZENS, LAST_WORD, PROFESSIONALS, SECRET, Full, closed_beside

EVERYBODY = (*CITIZENS, *PROFESSIONALS)


@pytest.fixture
def sensitive_one(open_one: Full) -> Full:
    return Full(closed_beside(open_one.gathering, SECRET, "sensitive"), SECRET)


@pytest.fixture
def group(gathering: Gathering) -> Gathering:
    """The cast in a sensitive project, seen by somebody who is in it."""
    return closed_beside(gathering, "", "sensitive")


def planted(one: Full) -> int:
    """Words and names of the project that hold the mark."""
    with one.gathering.workspace.reading() as db:
        texts = db.execute("select count(*) from texts where project = %s and body like %s", (one.id, f"%{SECRET}%")).fetchone()
        names = db.execute("select count(*) from memberships where project = %s and name like %s", (one.id, f"%{SECRET}%")).fetchone()
    return int((texts or (0,))[0]) + int((names or (0,))[0])


def test_none_of_its_words_and_names_is_anywhere_for_outsiders(reader: Reader, sensitive_one: Full) -> None:
    """Every address there is, in every form, as everybody who is not in it; what is within it answers as if it were not there."""
    assert planted(sensitive_one) > 20
    parts, wrong = sensitive_one.parts() | {"slip_code": "AAAAA-AAAAA"}, []  # whoever holds a slip holds their own words
    with reader.workspace.reading() as db:
        codes = [f"/{kind}/{code}" for kind, code in db.execute("select kind, left(signs, 4) from permalinks where project = %s", (sensitive_one.id,))]
    everywhere = [*READ, *codes, f"/projects?find={LAST_WORD}", "/projects?find=Aeron"]
    for who, role in enumerate(OUTSIDE):
        as_(reader, role)
        for number, path in enumerate(everywhere):
            for suffix, headers in some((("", HTML), (".json", HTML), (".csv", HTML), ("", JSON)), number + who, of=4):
                address = filled(path, parts)
                answer = send(reader, "GET", address, headers, suffix="" if "?" in address or path.startswith("/changes") else suffix)
                if SECRET in answer.text or SECRET in str(answer.headers):
                    wrong.append(f"{role} {path}{suffix}")
                if path.startswith(P) and answer.status_code not in REFUSED:
                    wrong.append(f"{role} {path}{suffix}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_nothing_can_be_done_in_it_from_outside(reader: Reader, sensitive_one: Full) -> None:
    head, parts = reader.workspace.head(), sensitive_one.parts()
    for role in OUTSIDE:
        as_(reader, role)
        for words, (_, body) in ACT.items():
            method, path = words.split(" ", 1)
            answer = send(reader, method, filled(path, parts), JSON, body_of(body, parts))
            assert answer.status_code in REFUSED, f"{role} {words}"
            assert SECRET not in answer.text, f"{role} {words}"
    assert reader.workspace.head() == head


def test_members_see_how_many_are_here_and_nobody_by_name(reader: Reader, group: Gathering) -> None:
    base = f"/en/projects/{group.project}"
    reader.sign_in(group.accounts["Eira"])
    for page in (
        "/members",
        "/members.json",
        "/members.csv",
        "",
        ".json",
        "/history",
        "/history.json",
        "/history.csv",
        f"/history?member={group.member('Beti')}",
    ):
        text = reader.open(base + page).text
        assert not [name for name in EVERYBODY if re.search(rf"\b{name}\b", text)], page
    assert "3 people" in reader.open(f"{base}/members").text
    assert reader.open(f"{base}/members/{group.member('Beti')}").status_code == 404
    assert reader.open(f"{base}/members/{group.member('Eira')}").status_code == 200
    assert "Beti" not in reader.open(f"{base}/members/{group.member('Eira')}/helpers").text


def test_whoever_writes_a_proposal_is_offered_facilitators_alone_beside_them(reader: Reader, sensitive_one: Full) -> None:
    as_(reader, "member")
    page = reader.open(f"/en/projects/{sensitive_one.id}/proposals/{sensitive_one.proposal}/authors")
    assert page.status_code == 200
    assert "Mair" in page.text
    assert not [name for name in ("Beti", "Tomos", "Amina", "Rhys") if name in page.text]


def test_facilitators_have_the_list_and_no_trail(reader: Reader, group: Gathering) -> None:
    base = f"/en/projects/{group.project}"
    reader.sign_in(group.accounts["Mair"])
    assert "Beti" in reader.open(f"{base}/members").text
    assert "What they did here" not in reader.open(f"{base}/members/{group.member('Beti')}").text
    history = reader.open(f"{base}/history")
    assert "Beti" not in history.text
    assert 'name="member"' not in history.text


def test_the_history_names_groups_and_gives_no_id_of_anybody(reader: Reader, group: Gathering) -> None:
    base, ids = f"/en/projects/{group.project}", {str(group.member(name)) for name in (*EVERYBODY, "Mair")}
    reader.sign_in(group.accounts["Eira"])
    assert "Somebody (<b>Families</b>) joined" in reader.open(f"{base}/history").text
    assert "Rhywun (<b>Teuluoedd</b>)" in reader.open(f"/cy/prosiectau/{group.project}/hanes").text
    for page in ("/history", "/history.json", "/history.csv"):
        text = reader.open(base + page).text
        assert not [each for each in ids if each in text or each.replace("-", "") in text], page
    everything = {each["entry"]["position"] for _, lines in reader.open(f"{base}/history.json").json()["days"] for each in lines}
    found = reader.open(f"{base}/history.json?member={group.member('Beti')}").json()["days"]
    assert {each["entry"]["position"] for _, lines in found for each in lines} == everything


def test_nobody_is_followed_by_what_is_told_about_them(reader: Reader, group: Gathering) -> None:
    reader.sign_in(group.accounts["Eira"])
    assert reader.open(f"/en/projects/{group.project}/history.json?about={group.member('Beti')}").json()["days"] == []


def test_who_helps_without_a_word_is_not_named(reader: Reader, group: Gathering) -> None:
    """Who counted hands, who reaches out to somebody, who has no interest in an offer."""
    opened, base = group.workspace, f"/en/projects/{group.project}"
    voice = missing_voices.name(opened, group.act("Beti"), Missing(both("Gyrwyr", "Drivers"))).id
    missing_voices.take_on(opened, group.act("Tomos"), voice)
    commission.write_need(opened, group.act("Mair"), both("Amser", "Time"), both("Rownd", "A round"))
    commission.declare_interest(opened, group.act("Rhys"), "", [])
    charters.draft(opened, group.act("Mair"), CHARTER, RULE, "anybody")
    decision = decisions.open_adoption(opened, group.act("Mair"), QUESTION, group.in_(5), 1, "hands").id
    counts = {side: {"yes": 2, "no": 0, "abstain": 0} for side in ("citizen", "professional")}
    hands.report(opened, group.act("Beti"), decision, counts)
    there = f"{base}/decisions/{decision}"
    pages = [f"{base}/missing", f"{base}/missing/{voice}", f"{base}/commission", there, f"{there}/hands"]
    named = {*EVERYBODY, *(str(group.member(name)) for name in EVERYBODY)} - {"Eira", str(group.member("Eira"))}

    def given_away(pages: list[str]) -> list[tuple[str, str]]:
        texts = [(page, reader.open(page + format).text) for page in pages for format in ("", ".json")]
        return [(page, name) for page, text in texts for name in named if re.search(rf"\b{name}\b", text)]

    reader.sign_in(group.accounts["Eira"])
    assert given_away(pages) == []
    hands.report(opened, group.act("Rhys"), decision, counts)
    assert given_away([there, f"{there}/certificate"]) == []
    assert "Rhys" in reader.sign_in(group.accounts["Mair"]).open(there).text


def test_no_paper_bears_its_name(reader: Reader, sensitive_one: Full) -> None:
    """A sheet lies on a kitchen table, and a slip in a pocket."""
    as_(reader, "facilitator")
    sheet = reader.open(f"/en/projects/{sensitive_one.id}/sheet").text.partition('<article class="sheet"')[2]
    reader.client.cookies.clear()
    for page in (sheet, reader.open(f"/en/slip/{sensitive_one.slip_code}").text):
        assert page
        assert "Evening care in Dyffryn Aeron" not in page
        assert "Nyffryn Aeron" not in page


def test_a_browser_keeps_no_word_of_it(reader: Reader, sensitive_one: Full) -> None:
    parts = sensitive_one.parts()
    as_(reader, "member")
    for path in READ:
        if path.startswith(P) and "str}" not in path:
            answer = send(reader, "GET", filled(path, parts), HTML)
            assert SECRET not in "".join(re.findall("<title>.*</title>", answer.text)), path


def test_people_choose_a_name_and_keep_it_there(reader: Reader, gathering: Gathering) -> None:
    group = closed_beside(gathering, "", "sensitive")
    offer = members.invite(group.workspace, group.act("Mair"), side="citizen")
    accounts.call_me(group.workspace, group.accounts["Menna"], "Menna Rees")
    page = reader.sign_in(group.accounts["Menna"]).open(f"/en/join/{offer.secret}")
    assert "It need not be the name on your letters" in page.text
    assert "Menna" not in page.text.partition("<main")[2].partition("</form>")[0]
    reader.press(f"/en/join/{offer.secret}", name="Robin")
    mine = f"/en/projects/{group.project}/members/{group.member('Menna')}"
    accounts.call_me(group.workspace, group.accounts["Menna"], "Menna Rees-Jones")
    assert "Robin" in reader.open(mine).text
    reader.press(f"{mine}/name", name="Wren")
    assert "Wren" in reader.open(mine).text
    assert "Rees" not in reader.open(mine).text


def test_nobody_names_somebody_else(reader: Reader, group: Gathering) -> None:
    reader.sign_in(group.accounts["Mair"])
    reader.open(f"/en/projects/{group.project}")
    answer = reader.client.post(f"/en/projects/{group.project}/members/{group.member('Beti')}/name", json={"name": "X"}, headers=JSON)
    assert answer.status_code == 404


def test_becoming_sensitive_and_opening_again_are_explained(reader: Reader, gathering: Gathering) -> None:
    there = f"/en/projects/{gathering.project}/visibility"
    reader.sign_in(gathering.accounts["Mair"]).open(there)
    arrived = reader.press(there, visibility="sensitive", reason="Gallai rhywun gael niwed")
    assert "nobody is listed" in arrived.text
    page = reader.open(there)
    assert "Before you open a sensitive project" in page.text
    assert "Ask each of them first" in page.text
    assert "made this a sensitive project" in reader.open(f"/en/projects/{gathering.project}/history").text


def test_the_link_out_of_a_mail_names_no_sensitive_project(reader: Reader, sensitive_one: Full) -> None:
    token = reaching.unsubscribe_token(reader.workspace.settings.secret, sensitive_one.gathering.member("Eira"))
    reader.client.cookies.clear()
    assert SECRET not in reader.open(f"/en/unsubscribe/{token}").text
    assert SECRET not in reader.press(f"/en/unsubscribe/{token}").text


def test_one_can_be_started(reader: Reader, gathering: Gathering) -> None:
    from .test_projects import WORDS

    reader.sign_in(gathering.accounts["Mair"]).open("/en/projects/new")
    sent: dict[str, Any] = {**WORDS, "visibility": "sensitive", "side": "none", "command": str(uuid4())}
    arrived = reader.press("/en/projects", **sent)
    assert "A sensitive project" in arrived.text
    assert "What would grow here?" not in arrived.text.partition("</title>")[0]
    with gathering.workspace.reading() as db:
        assert db.execute("select count(*) from projects where visibility = 'sensitive'").fetchone() == (1,)
    assert projects.VISIBILITIES == ("public", "members", "sensitive")

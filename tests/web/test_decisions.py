"""Decisions: opening one, the ballot, turnout, the result, the record on paper."""

import threading
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.gathering import QUESTION, Gathering
from workspace import charters, decisions, members, proposals
from workspace.application import Workspace
from workspace.decisions import Question
from workspace.story.cast import CARE_TEAM, FAMILIES
from workspace.story.evening_care import CHARTER, RULE
from workspace.story.telling import both

from .browsing import Reader

WRITTEN = {"question_cy": "Ydyn ni’n prynu tegell?", "question_en": "Shall we buy a kettle?", "yes_cy": "Prynu", "yes_en": "Buy it"}


@pytest.fixture
def group(gathering: Gathering) -> Gathering:
    gathering.adopt_charter()
    return gathering


def of(group: Gathering, id: UUID | str = "", tail: str = "", language: str = "en") -> str:
    word = {"en": "projects", "cy": "prosiectau"}[language], {"en": "decisions", "cy": "penderfyniadau"}[language]
    return f"/{language}/{word[0]}/{group.project}/{word[1]}" + (f"/{id}" if id else "") + tail


def test_the_list_shows_open_ones_first_and_how_others_came_out(reader: Reader, group: Gathering) -> None:
    assert "Nothing is being decided just now." in reader.open(of(group)).text
    id = group.open()
    shown = reader.sign_in(group.accounts["Eira"]).open(of(group)).text
    assert shown.index("Shall we offer a last visit?") < shown.index("How it came out")
    assert "0 of 5 have taken part." in shown
    assert "Have your say" in shown
    assert f"decision-{id}" in shown
    assert "Ydyn ni am gynnig ymweliad olaf?" in reader.open(of(group, language="cy")).text


def test_voting_changing_and_taking_back(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id))
    voted = reader.press(of(group, id, "/votes"), choice="yes", reason="Achos mae ei angen")
    assert voted.status_code == 200
    assert "On record for you: For" in voted.text
    assert "Achos mae ei angen" in voted.text
    assert "So far 1 of 3" in voted.text
    changed = reader.press(of(group, id, "/votes"), choice="no", reason="")
    assert "On record for you: Against" in changed.text
    taken_back = reader.press(of(group, id, "/votes?_method=delete"))
    assert "You took your vote back" in taken_back.text
    assert "So far 0 of 3" in taken_back.text
    again = reader.press(of(group, id, "/votes"), choice="abstain")
    assert "On record for you: Abstain" in again.text


def test_in_welsh(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id, language="cy"))
    voted = reader.press(of(group, id, "/pleidleisiau", language="cy"), choice="yes")
    assert "Ar gofnod i chi: O blaid" in voted.text
    assert "Hyd yma 1" in voted.text
    assert "Rhaid i’r ddau grŵp gytuno" in voted.text


def test_a_ballot_without_a_choice_keeps_the_reason(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id))
    refused = reader.press(of(group, id, "/votes"), reason="Dwi ddim yn siŵr <b>")
    assert refused.status_code == 422
    assert "Choose one of the answers" in refused.text
    assert "Dwi ddim yn siŵr &lt;b&gt;" in refused.text


@pytest.mark.parametrize(("values", "said"), [({"choice": "perhaps"}, "Choose one of these"), ({"reason": "x" * 1001}, "At most 1,000 characters")])
def test_nonsense_on_a_ballot(reader: Reader, group: Gathering, values: dict[str, str], said: str) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id))
    refused = reader.press(of(group, id, "/votes"), **{"choice": "yes", **values})
    assert refused.status_code == 422
    assert said in refused.text
    assert decisions.on_record(group.workspace, id, group.member("Eira")) is None


def test_a_second_screen_is_told_what_is_on_record_and_keeps_what_was_chosen(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id))
    group.vote(id, {"Eira": "no"}, "Ar y ffôn")
    refused = reader.press(of(group, id, "/votes"), choice="yes", reason="Ar y sgrin fawr")
    assert refused.status_code == 409
    assert "Your vote was on record already" in refused.text
    assert "On record for you: Against" in refused.text
    assert 'value="yes" id="choice" required checked' in refused.text
    assert "Ar y sgrin fawr" in refused.text
    assert "the history says that you did. Your reason will stand beside the result, without your name." in refused.text
    sent_again = reader.press(of(group, id, "/votes"), choice="yes")
    assert "On record for you: For" in sent_again.text


def test_after_the_close_a_voter_is_told_so(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id))
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    refused = reader.press(of(group, id, "/votes"), choice="yes")
    assert refused.status_code == 422
    assert "came after it and was not recorded" in refused.text
    assert "You did not vote." in refused.text


def test_a_voter_who_came_late_is_told_so_also_where_it_takes_a_while_to_be_read(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"]).open(of(group, id))
    with group.workspace.pool.connection() as db:
        db.execute("select from read_models where name = 'decisions' for update")  # whoever writes the page waits
        decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
        later = threading.Timer(1.5, db.commit)
        later.start()
        refused = reader.press(of(group, id, "/votes"), choice="yes")
        later.join()
    assert "You did not vote." in refused.text


def test_a_facilitator_closes_early_with_a_reason(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, dict.fromkeys((*group.citizens, *group.professionals), "yes"))
    reader.sign_in(group.accounts["Mair"]).open(of(group, id))
    assert reader.press(of(group, id, "/closure"), closing=" ").status_code == 422
    closed = reader.press(of(group, id, "/closure"), closing="Mae pawb wedi pleidleisio")
    assert "Both groups agreed." in closed.text
    assert "Mae pawb wedi pleidleisio" in closed.text
    assert "Closed before its time by: Mair" in closed.text
    assert of(group, id, "/votes") not in closed.text


def test_when_everybody_has_voted_it_says_that_and_no_more(reader: Reader, group: Gathering) -> None:
    id = group.open()
    *most, last = (*group.citizens, *group.professionals)
    group.vote(id, dict.fromkeys(most, "yes"))
    assert "Everybody on the list has voted" not in reader.sign_in(group.accounts["Mair"]).open(of(group, id)).text
    group.vote(id, {last: "yes"})
    mair = reader.open(of(group, id)).text
    assert "Everybody on the list has voted" in mair
    assert "You can close it now, with a reason, or wait." in mair
    assert '<a href="#close-early">' in mair
    assert "Agreed" not in mair
    assert reader.press(of(group, id, "/closure"), closing="").status_code == 422  # all the same it needs a reason
    eira = reader.sign_in(group.accounts["Eira"]).open(of(group, id, "/turnout")).text
    assert "unless a facilitator closes it sooner" in eira
    assert "close-early" not in eira


def test_only_a_facilitator_closes_early(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"])
    assert of(group, id, "/closure") not in reader.open(of(group, id)).text
    sent = reader.client.post(of(group, id, "/closure"), json={"closing": "Nawr"})
    assert (sent.status_code, sent.json()["reason"]) == (403, "NotYourTask")


def test_who_is_not_on_the_list_reads_and_does_not_vote(reader: Reader, group: Gathering) -> None:
    id = group.open()
    assert "Sign in to vote" in reader.open(of(group, id)).text
    shown = reader.sign_in(group.accounts["Mair"]).open(of(group, id)).text
    assert "You are not on the list for this vote" in shown
    assert "You can vote in whatever opens" not in shown
    assert of(group, id, "/votes") not in shown
    sent = reader.client.post(of(group, id, "/votes"), json={"choice": "yes", "saw": 0})
    assert (sent.status_code, sent.json()["reason"]) == (422, "NotOnTheRoll")
    reader.sign_in(group.accounts["Gwyn"])
    sent = reader.client.post(of(group, id, "/votes"), json={"choice": "yes", "saw": 0})
    assert (sent.status_code, sent.json()["reason"]) == (403, "NotAMember")


def test_whoever_changed_group_is_told_that_the_frozen_one_counts(reader: Reader, group: Gathering) -> None:
    id = group.open()
    members.change_side(group.workspace, group.act("Eira"), group.member("Eira"), "professional")
    shown = reader.sign_in(group.accounts["Eira"]).open(of(group, id)).text
    assert "Here you are counted as you were when it opened: Families." in shown
    assert "From the next vote on: Care team." in shown


def test_while_it_is_open_nothing_says_how_it_stands(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, {"Eira": "yes", "Beti": "yes", "Amina": "yes"}, "Dim i eraill")
    for path in (of(group, id), of(group, id, ".json"), of(group, id, "/turnout"), of(group), of(group, tail=".json"), of(group, tail=".csv")):
        shown = reader.sign_in(group.accounts["Rhys"]).open(path).text
        assert "Dim i eraill" not in shown
    said = reader.open(of(group, id, ".json")).json()
    assert (said["result"], said["decision"]["outcome"], said["decision"]["reasons"], said["ballot"]) == (None, None, [], None)
    assert said["decision"]["present"] == {"citizen": 2, "professional": 1}


def test_a_result_is_explained(reader: Reader, workspace: Any) -> None:
    group = Gathering(workspace, citizens=FAMILIES[:6], professionals=CARE_TEAM)
    group.adopt_charter()
    words = (both("Tegell", "A kettle"), both("Yn fyr", "In short"), both("Testun", "Text"))
    proposal = proposals.draft(workspace, group.act("Eira"), *words).id
    id = group.open(proposal=proposal, version=1)
    group.vote(id, dict.fromkeys(FAMILIES[:5], "yes"), "Mae’n braf")
    group.vote(id, {"Amina": "yes", "Rhys": "yes", "Carys": "no"})
    decisions.close(workspace, group.act("Mair"), id, "Nawr")
    shown = reader.sign_in(group.accounts["Eira"]).open(of(group, id)).text
    for words_said in (
        "Both groups agreed.",
        "Needed 3, got 5",
        "Needed 2, got 2",
        "Explain it to me",
        "Families: at least 3 had to take part. 5 did, so it counts.",
        "It would have gone the other way if…",
        "Mae’n braf",
        "Counted for you: For",
        "Proposal, version 1",
        "plait-across",
    ):
        assert words_said in shown, words_said
    paper = reader.open(of(group, id, "/certificate")).text
    for words_said in ("Cofnod o benderfyniad", "Record of a decision", "Cytunodd y ddau grŵp.", "Both groups agreed.", str(id)):
        assert words_said in paper, words_said


def test_a_small_group_is_told_only_whether_it_reached_its_number(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, {"Eira": "yes", "Beti": "yes", "Amina": "no"}, "Achos")
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    shown = reader.open(of(group, id)).text
    assert "Fewer than five people were on the list: Families, Care team." in shown
    assert "Families: it reached its number." in shown
    assert "Care team: it did not reach its number." in shown
    assert "got 2" not in shown
    paper = reader.open(of(group, id, "/certificate")).text
    assert "sha" not in paper.lower().replace("shall", "")
    assert "Fewer than five people were on the list: Families, Care team." in paper
    assert "Roedd llai na phump ar y rhestr: Teuluoedd, Tîm gofal." in paper


def test_the_history_tells_no_more_of_a_small_group(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, {"Eira": "yes", "Amina": "no"})
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    said = reader.open(f"/en/projects/{group.project}/history.json").text
    assert '"result":' in said
    assert '"tally"' not in said
    assert '"reasons"' not in said


@pytest.mark.parametrize(("visibility", "said"), [("public", "Anybody can read it"), ("members", "Its members can read it")])
def test_the_record_on_paper_says_who_can_read_it(reader: Reader, workspace: Workspace, visibility: str, said: str) -> None:
    group = Gathering(workspace, visibility=visibility)
    id = group.adopt_charter()
    assert said in reader.sign_in(group.accounts["Eira"]).open(of(group, id, "/certificate")).text


def test_a_proposal_is_put_as_a_question(reader: Reader, group: Gathering) -> None:
    drafted = proposals.draft(group.workspace, group.act("Eira"), both("Bws am ddeg.", "A bus at ten."), both("Byr", "Short"), both("x", "x"))
    form = reader.sign_in(group.accounts["Eira"]).open(of(group, "new") + f"?proposal={drafted.id}&version=1").text
    assert "Ydyn ni am wneud hyn: Bws am ddeg?" in form
    assert "Shall we do this: A bus at ten?" in form


def test_there_is_no_record_on_paper_before_the_count(reader: Reader, group: Gathering) -> None:
    assert reader.open(of(group, group.open(), "/certificate")).status_code == 404


def test_the_short_address_of_mails(reader: Reader, group: Gathering) -> None:
    id = group.open()
    assert reader.open(f"/en/decisions/{id}").url.path == of(group, id)
    assert reader.open(f"/en/decisions/{uuid4()}").status_code == 404


def test_opening_looks_first(reader: Reader, group: Gathering) -> None:
    reader.sign_in(group.accounts["Mair"]).open(of(group, tail="/new"))
    assert "Who may vote: Families, 3; Care team, 2." in reader.page.text  # type: ignore[union-attr]
    day = (group.workspace.now() + timedelta(days=7)).date()
    checked = reader.press(of(group, tail="/new"), **WRITTEN, closes_on=day.isoformat(), closes_at="19:30")
    assert checked.status_code == 200
    assert "Shall we buy a kettle?" in checked.text
    assert f"{day:%A}" in checked.text
    assert "7:30 pm" in checked.text
    assert "19:30" in checked.text
    assert "Nothing is being decided" in reader.client.get(of(group), headers={"accept": "text/html"}).text
    opened = reader.press(of(group))
    assert opened.status_code == 200
    assert "Ydyn ni’n prynu tegell?" in opened.text
    assert "Buy it" in opened.text


def test_a_program_that_looks_first_sees_what_it_sent(reader: Reader, group: Gathering) -> None:
    reader.sign_in(group.accounts["Mair"]).open(of(group))
    asked = {"cy": "Ydyn ni’n prynu tegell?", "en": "Shall we buy a kettle?"}
    sent = {"question": asked, "closes": f"{group.workspace.now() + timedelta(days=7):%Y-%m-%d}T19:30"}
    draft = reader.client.post(of(group, tail="/new"), json=sent).json()["draft"]
    assert (draft["question"], f"{draft['closes_on']}T{draft['closes_at']}") == (asked, sent["closes"])


def test_going_back_from_the_look_keeps_everything(reader: Reader, group: Gathering) -> None:
    reader.sign_in(group.accounts["Mair"]).open(of(group, tail="/new"))
    reader.press(of(group, tail="/new"), **WRITTEN)
    sent = WRITTEN | {"closes_on": "2027-01-01", "closes_at": "10:00"}
    token = reader.page.text.split('name="csrf" value="')[1].split('"')[0]  # type: ignore[union-attr]
    back = reader.client.post(of(group, tail="/new?back=1"), data={**sent, "csrf": token}, headers={"accept": "text/html"})
    assert back.status_code == 200
    assert "Shall we buy a kettle?" in back.text
    assert 'value="2027-01-01"' in back.text
    assert "That did not go through" not in back.text


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"question_cy": "", "question_en": ""}, "Write this in Welsh, in English or in both"),
        ({"question_en": ""}, "A language is missing"),
        ({"question_en": "x" * 301}, "At most 300 characters"),
        ({"closes_on": "2020-01-01", "closes_at": "20:00"}, "That time has passed already"),
        ({"closes_on": "2090-01-01", "closes_at": "20:00"}, "Within a year, please"),
        ({"closes_on": "soon"}, "A day and a time"),
        ({"question_en": "Shall \u202ewe?"}, "invisible signs"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_the_field(reader: Reader, group: Gathering, values: dict[str, str], said: str) -> None:
    reader.sign_in(group.accounts["Mair"]).open(of(group, tail="/new"))
    refused = reader.press(of(group, tail="/new"), **{**WRITTEN, **values})
    assert refused.status_code == 422
    assert said in refused.text
    assert "Buy it" in refused.text


def test_without_a_charter_there_is_nothing_to_decide_by(reader: Reader, gathering: Gathering) -> None:
    shown = reader.sign_in(gathering.accounts["Mair"]).open(of(gathering, tail="/new"))
    assert "There is no charter yet" in shown.text
    sent = reader.client.post(of(gathering), json={"question": {"cy": "A?", "en": "A?"}, "closes": gathering.in_(5).isoformat()})
    assert (sent.status_code, sent.json()["reason"]) == (422, "NoCharter")
    looked_at = reader.press(of(gathering, tail="/new"), **WRITTEN)
    assert looked_at.status_code == 422
    assert looked_at.text.count("There is no charter yet") == 1
    assert "Buy it" in looked_at.text


def test_a_charter_is_put_to_both_groups(reader: Reader, gathering: Gathering) -> None:
    charters.draft(gathering.workspace, gathering.act("Mair"), CHARTER, RULE, "anybody")
    shown = reader.sign_in(gathering.accounts["Eira"]).open(of(gathering, tail="/new?charter=1"))
    assert "This is the founding rule" in shown.text
    assert "Ydyn ni am fabwysiadu’r siarter hon?" in shown.text
    reader.press(of(gathering, tail="/new"))
    opened = reader.press(of(gathering))
    assert "this version of the charter is in force from then on: version 1" in opened.text
    again = reader.open(of(gathering, tail="/new?charter=7"))
    assert "There is no new draft of the charter to adopt." in again.text


def test_a_proposal_is_put_as_it_was_read(reader: Reader, group: Gathering) -> None:
    words = (both("Tegell", "A kettle"), both("Yn fyr", "In short"), both("Testun", "Text"))
    proposal = proposals.draft(group.workspace, group.act("Eira"), *words).id
    shown = reader.sign_in(group.accounts["Eira"]).open(of(group, tail=f"/new?proposal={proposal}&version=1"))
    assert "A kettle" in shown.text
    reader.press(of(group, tail="/new"), **WRITTEN)
    proposals.revise(group.workspace, group.act("Eira"), proposal, 1, *words)
    refused = reader.press(of(group))
    assert refused.status_code == 409
    assert "There is a newer version of this text: version 2" in refused.text
    assert "Shall we buy a kettle?" in refused.text
    assert reader.open(of(group, tail=f"/new?proposal={uuid4()}&version=1")).status_code == 404
    assert reader.open(of(group, tail="/new?proposal=nonsense")).status_code == 404


def test_strangers_sign_in_before_they_open_anything(reader: Reader, group: Gathering) -> None:
    assert "/sign-in" in str(reader.open(of(group, tail="/new")).url)
    assert reader.client.post(of(group), json={}).status_code in (401, 422)


def test_json_all_the_way(reader: Reader, group: Gathering) -> None:
    reader.sign_in(group.accounts["Eira"])
    sent = {"question": QUESTION.asked, "yes": QUESTION.yes, "closes": group.in_(5).isoformat()}
    opened = reader.client.post(of(group), json=sent)
    assert opened.status_code == 201
    id = opened.json()["id"]
    voted = reader.client.post(of(group, id, "/votes"), json={"choice": "yes", "reason": "Achos", "saw": 0})
    assert voted.status_code == 201
    again = reader.client.post(of(group, id, "/votes"), json={"choice": "no", "saw": 0})
    assert (again.status_code, again.json()["reason"]) == (409, "AlreadyVoted")
    said = reader.open(of(group, id, ".json")).json()
    assert (said["ballot"]["choice"], said["decision"]["own_reason"], said["standing"]) == ("yes", {"en": "Achos"}, "voter")
    assert [line["id"] for line in reader.open(of(group, tail=".json")).json()["decisions"]["open"]] == [id]
    assert str(id) in reader.open(of(group, tail=".csv")).text


def test_pressing_twice_is_voting_once(reader: Reader, group: Gathering) -> None:
    id = group.open()
    reader.sign_in(group.accounts["Eira"])
    key = {"idempotency-key": str(uuid4())}
    first, second = (reader.client.post(of(group, id, "/votes"), json={"choice": "yes", "saw": 0}, headers=key) for _ in range(2))
    assert (first.status_code, second.status_code, second.json()["already"]) == (201, 200, True)


def test_a_project_for_members_only_does_not_exist_for_others(reader: Reader, workspace: Any) -> None:
    group = Gathering(workspace, visibility="members")
    group.adopt_charter()
    id = group.open()
    paths = [of(group), of(group, id), of(group, id, "/turnout"), of(group, tail="/new"), f"/en/decisions/{id}", of(group, id, ".json")]
    reader.sign_in(group.accounts["Gwyn"])
    assert {reader.open(path).status_code for path in paths} == {404}
    assert {reader.client.post(of(group, id, tail), json={"choice": "yes", "saw": 0}).status_code for tail in ("/votes", "/closure")} == {404}
    reader.sign_in(group.accounts["Eira"])
    assert {reader.open(path).status_code for path in paths} == {200}


def test_a_decision_of_another_project_is_not_here(reader: Reader, group: Gathering) -> None:
    assert reader.open(of(group, uuid4())).status_code == 404


def test_words_taken_down_are_withheld_on_the_ballot_and_beside_the_result(reader: Reader, group: Gathering) -> None:
    id = group.open()
    group.vote(id, {"Eira": "yes", "Amina": "yes"}, "Enw rhywun")
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    with group.workspace.pool.connection() as db:
        db.execute("update texts set is_hidden = true where body like 'Enw%' or body like 'Ydyn ni am%'")
    shown = reader.open(of(group, id)).text
    assert "Enw rhywun" not in shown
    assert "Ydyn ni am gynnig" not in shown


def test_few_statements_a_page(reader: Reader, group: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    words = (both("Tegell", "A kettle"), both("Yn fyr", "In short"), both("Testun", "Text"))
    proposal = proposals.draft(group.workspace, group.act("Eira"), *words).id
    id = group.open(proposal=proposal, version=1)
    group.vote(id, {"Eira": "yes"}, "Achos")
    reader.sign_in(group.accounts["Eira"]).open(of(group, id))
    done: list[str] = []
    plain = psycopg.Cursor.execute

    def noted(self: Any, sql: Any, *args: Any, **more: Any) -> Any:
        if threading.current_thread().name.startswith("web"):  # and not the projector, which runs beside it
            done.append(str(sql))
        return plain(self, sql, *args, **more)

    monkeypatch.setattr(psycopg.Cursor, "execute", noted)
    counts = {}
    for name, path in {"list": of(group), "decision": of(group, id), "turnout": of(group, id, "/turnout"), "new": of(group, tail="/new")}.items():
        done.clear()
        reader.client.get(path, headers={"accept": "text/html"})
        counts[name] = len(done)
    assert counts == {"list": 2, "decision": 5, "turnout": 2, "new": 6}


def test_a_decision_leads_to_all_that_happened_to_it_and_to_nothing_else(reader: Reader, group: Gathering) -> None:
    other, id = group.open(), group.open(Question(both("Tegell?", "A kettle?"), {}, {}, {}))
    group.vote(id, {"Eira": "yes"})
    decisions.close(group.workspace, group.act("Mair"), id, "Nawr")
    link = f"/en/projects/{group.project}/history?about={id}"
    assert link in reader.open(of(group, id)).text
    shown = reader.open(link).text.partition("<main")[2]
    assert all(words in shown for words in ("opened a vote", "voted", "closed the vote before its time", "A kettle?", "Show everything"))
    assert "Shall we offer a last visit?" not in shown
    assert f"/decisions/{other}" not in shown
    assert reader.open(link.replace(str(id), "x")).text.count("started the project") == 1

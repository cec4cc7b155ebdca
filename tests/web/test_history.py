"""The history: every event as a sentence, in both languages, found by what it is, who, when and words."""

import csv
import re

from aggregates import charter, decision, idea, member, project, proposal, vote, words
from aggregates.base import Aggregate
from tests.gathering import Gathering
from web.sentences import SENTENCES
from workspace import decisions, ideas, members

from .browsing import Reader


def history_of(gathering: Gathering, language: str = "en") -> str:
    return f"/en/projects/{gathering.project}/history" if language == "en" else f"/cy/prosiectau/{gathering.project}/hanes"


def test_every_event_there_can_be_has_a_sentence():
    modules = (charter, decision, idea, member, project, proposal, vote, words)
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Aggregate) and kind is not Aggregate]
    events = {f"{kind.__name__}.{name}" for kind in kinds for name, each in vars(kind).items() if isinstance(each, type) and issubclass(each, kind.Event)}
    events -= {f"{kind.__name__}.{name}" for kind in kinds for name in ("Event", "Created")}
    told = {name.partition(" ")[0] for name in SENTENCES}
    assert events <= told


def test_what_was_done_is_told_newest_first_in_both_languages(reader: Reader, gathering: Gathering):
    ideas.post(gathering.workspace, gathering.act("Eira"), "Mae enw yn ddigon")
    english = re.sub(r"<[^>]+>", "", reader.open(history_of(gathering)).text)
    assert "Eira put an idea on the board: “Mae enw yn ddigon”" in english
    assert english.index("put an idea on the board") < english.index("Mair started the project")
    welsh = re.sub(r"<[^>]+>", "", reader.open(history_of(gathering, "cy")).text)
    assert "Rhoddodd Eira syniad ar y bwrdd: “Mae enw yn ddigon”" in welsh


def test_it_is_found_by_kind_person_words_and_day(reader: Reader, gathering: Gathering):
    ideas.post(gathering.workspace, gathering.act("Eira"), "A lamp by the key safe")
    ideas.post(gathering.workspace, gathering.act("Tomos"), "A bell")
    page = history_of(gathering)

    def shown(query: str) -> str:
        return reader.open(f"{page}?{query}").text

    assert "A lamp" in shown("kind=idea")
    assert "started the project" not in shown("kind=idea")
    assert "A lamp" not in shown(f"member={gathering.member('Tomos')}")
    assert "A bell" not in shown("find=lamp")
    assert "A lamp" not in shown("until=2001-01-01")
    assert "A lamp" not in shown("side=professional")
    assert shown("kind=nonsense&member=x&since=yesterday&before=-1").count("started the project") == 1


def test_an_open_vote_says_who_voted_and_never_how(reader: Reader, gathering: Gathering):
    gathering.adopt_charter()
    opened = gathering.open()
    decisions.vote(gathering.workspace, gathering.act("Eira"), opened, "no", "Too dark to walk", 0)
    for path in (history_of(gathering), history_of(gathering) + ".json", history_of(gathering) + ".csv"):
        told = reader.open(path).text
        assert "Too dark to walk" not in told
    assert "voted" in reader.open(history_of(gathering)).text


def test_each_entry_has_an_address_that_stays(reader: Reader, gathering: Gathering):
    receipt = ideas.post(gathering.workspace, gathering.act("Eira"), "A lamp by the key safe")
    shown = reader.open(f"{history_of(gathering)}/{receipt.position}")
    assert "A lamp by the key safe" in shown.text
    assert reader.open(f"{history_of(gathering)}/{receipt.position + 1000}").status_code == 404


def test_long_histories_come_in_pages(reader: Reader, gathering: Gathering):
    idea = ideas.post(gathering.workspace, gathering.act("Eira"), "A lamp").id
    for number in range(60):
        ideas.reply(gathering.workspace, gathering.act("Tomos"), idea, f"Reply {number}")
    first = reader.open(history_of(gathering)).text
    assert "Reply 59" in first
    assert "Reply 5”" not in first
    found = re.search(r'history\?([^"]*before=\d+)', first)
    assert found
    assert "Reply 5”" in re.sub(r"<[^>]+>", "", reader.open(f"{history_of(gathering)}?{found[1]}").text)


def test_data_says_what_the_page_says_in_both_languages(reader: Reader, gathering: Gathering):
    members.change_side(gathering.workspace, gathering.act("Eira"), gathering.member("Eira"), "professional")
    told = reader.open(history_of(gathering) + ".json").json()["days"][0][1][0]
    assert "Care team" in told["sentence"]["en"]
    assert "Tîm gofal" in told["sentence"]["cy"]
    assert all(said.count("Eira") == 1 and not set(said) & set("<>{}") for said in told["sentence"].values())
    rows = list(csv.DictReader(reader.open(history_of(gathering, "cy") + ".csv").text.lstrip("\ufeff").splitlines()))
    assert rows[0]["Fel brawddeg"] == told["sentence"]["cy"]
    one = reader.open(f"{history_of(gathering)}/{told['entry']['position']}.json").json()
    assert one["line"]["sentence"] == told["sentence"]


def test_a_project_for_members_only_has_no_history_for_others(reader: Reader, workspace):
    closed = Gathering(workspace, visibility="members")
    assert reader.open(history_of(closed)).status_code == 404
    assert reader.open(history_of(closed) + ".json").status_code == 404
    assert reader.sign_in(closed.accounts["Eira"]).open(history_of(closed)).status_code == 200

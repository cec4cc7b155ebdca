"""What matters to people here: a visitor's answer to a quote, and what is written down for somebody, page by page and without JavaScript."""

import pytest

from tests.gathering import Gathering
from workspace import decisions, ideas, matters, slips, themes, voices
from workspace.matters import Said
from workspace.slips import slip_id
from workspace.story.telling import both
from workspace.voices import Voice

from .browsing import Reader

WORDS = "Bod rhywun yn gwrando"


@pytest.fixture
def base(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}"


def as_(reader: Reader, gathering: Gathering, name: str = "") -> Reader:
    reader.client.cookies.clear()
    return reader.sign_in(gathering.accounts[name]) if name else reader


def visit(reader: Reader, base: str, may_quote: str = "yes") -> str:
    """Somebody without an account says what matters; answers with their code."""
    reader.open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", text=WORDS, name="Gwenda", side="citizen", may_quote=may_quote)
    assert page.status_code == 200
    assert "Thank you" in page.text
    return str(page.url.path).rpartition("/")[2]


def read(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Mair").open(f"{base}/matters")
    assert reader.page is not None
    address = reader.page.text.partition('action="' + base + "/matters/")[2].partition('"')[0]
    reader.press(f"{base}/matters/{address}")


def written_down(gathering: Gathering, voice: str = "Beti", text: str = "Ffoniwch cyn dod") -> str:
    by = voices.speaking(gathering.workspace, gathering.act("Mair"), Voice(gathering.member(voice), "said so", "phone", True))
    return slips.code_of(gathering.workspace, slip_id(ideas.post(gathering.workspace, by, text).id))


def test_a_visitors_answer_becomes_a_quote_once_read_and_goes_when_they_say_so(reader: Reader, gathering: Gathering, base: str) -> None:
    code = visit(reader, base)
    for page in ("", "/matters", "/matters.json", "/matters.csv", "/history"):
        assert WORDS not in reader.open(base + page).text, page
        assert "Gwenda" not in reader.open(base + page).text, page
    read(reader, gathering, base)
    as_(reader, gathering)
    for page in ("", "/matters", "/matters.json", "/matters.csv"):
        assert WORDS in reader.open(base + page).text, page
        assert "Gwenda" in reader.open(base + page).text, page
    reader.open(f"/en/slip/{code.lower()}")
    reader.press(f"/en/slip/{code.lower()}/quote?_method=delete")
    for page in ("", "/matters", "/matters.json", "/matters.csv", "/history", "/history.json", "/members"):
        assert WORDS not in reader.open(base + page).text, page
        assert "Gwenda" not in reader.open(base + page).text, page


def test_what_may_not_be_quoted_is_read_by_facilitators_alone(reader: Reader, gathering: Gathering, base: str) -> None:
    visit(reader, base, "no")
    read(reader, gathering, base)
    for name in ("", "Eira"):
        as_(reader, gathering, name)
        for page in ("", "/matters", "/matters.json", "/history.json", "/ideas"):
            assert WORDS not in reader.open(base + page).text, f"{name} {page}"


def test_nothing_is_ticked_beforehand_and_what_was_typed_stays(reader: Reader, base: str) -> None:
    page = reader.open(f"{base}/matters/new")
    assert "checked" not in page.text
    page = reader.press(f"{base}/matters", text=WORDS)
    assert page.status_code == 422
    assert "Choose yes or no" in page.text
    assert WORDS in page.text


def test_words_without_words_are_refused_in_the_readers_language(reader: Reader, gathering: Gathering) -> None:
    base = f"/cy/prosiectau/{gathering.project}/beth-sy-n-bwysig"
    reader.open(f"{base}/newydd")
    page = reader.press(base, text=" ", side="citizen", may_quote="yes")
    assert page.status_code == 422
    assert "Gwall:" in page.text


def test_a_visitor_changes_takes_back_and_claims_with_the_code(reader: Reader, gathering: Gathering, base: str) -> None:
    code = visit(reader, base)
    reader.open(f"/en/slip/{code}")
    assert "Gwrando, bob dydd" in reader.press(f"/en/slip/{code}/words", text="Gwrando, bob dydd").text
    as_(reader, gathering, "Menna").open(f"/en/slip/{code}")
    assert reader.press(f"/en/slip/{code}/place", name="Menna").status_code == 200
    assert "Gwrando, bob dydd" in reader.open(f"{base}/matters").text
    assert "not with the code" in as_(reader, gathering).open(f"/en/slip/{code}").text
    assert reader.client.post(f"/en/slip/{code}/words", json={"text": "Rhywun arall"}).status_code == 403
    as_(reader, gathering, "Menna").open(f"/en/slip/{code}")
    assert "Taken back" in reader.press(f"/en/slip/{code}/words?_method=delete").text


def test_a_code_that_is_none_is_not_found_and_says_what_to_do(reader: Reader) -> None:
    page = reader.open("/en/slip?code=AAAAA-AAAAA", accept="text/html")
    assert page.status_code == 404
    assert "There is no slip with this code" in page.text
    assert reader.open("/cy/slip/aaaaa").status_code == 404


def test_a_member_says_it_as_themselves(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Eira").open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", text=WORDS, may_quote="no")
    assert "What you said" in page.text
    (row,) = reader.open(f"{base}/matters.json").json()["mine"]
    assert (row["words"], row["name"], row["is_unconfirmed"]) == ({"en": WORDS}, "Eira", False)
    assert "Let others read it" in reader.open(f"{base}/matters").text
    reader.press(f"{base}/matters/{row['id']}/quote")
    assert reader.open(f"{base}/matters.json").json()["mine"][0]["may_quote"]


def test_facilitators_are_told_at_home_until_all_is_read(reader: Reader, gathering: Gathering, base: str) -> None:
    visit(reader, base)
    matters.say(gathering.workspace, gathering.act("Eira"), Said("Te", False))
    assert "2 answers to read" in as_(reader, gathering, "Mair").open("/en/").text
    read(reader, gathering, base)
    assert "1 answer to read" in reader.open("/en/").text
    read(reader, gathering, base)
    assert "to read" not in reader.open("/en/").text


def test_an_idea_is_written_down_marked_and_confirmed_by_its_voice(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Mair").open(f"{base}/writing-down")
    beti = str(gathering.member("Beti"))
    page = reader.press(f"{base}/writing-down", text="Ffoniwch cyn dod", how="summary", voice=beti, source="paper", agreed="signed")
    assert "A slip to hand over" in page.text
    as_(reader, gathering)
    for page in ("/ideas", "/ideas?view=list", "/history"):
        assert "Not confirmed yet" in reader.open(base + page).text, page
    (card,) = reader.open(f"{base}/ideas.json").json()["board"]["cards"]
    assert (card["name"], card["writer_name"], card["is_unconfirmed"], card["is_verbatim"]) == ("Beti", "Mair", True, False)
    assert "Not confirmed yet" in reader.open(f"{base}/ideas.csv").text
    home = as_(reader, gathering, "Beti").open("/en/")
    assert "Confirm your words" in home.text
    assert "“Ffoniwch cyn dod” Somebody wrote this down for you." in home.text
    slip = home.text.partition(f'href="{base}/slips/')[2].partition('"')[0]
    page = reader.open(f"{base}/slips/{slip}")
    code = str(page.url.path).rpartition("/")[2]
    assert "Are these your words?" in page.text
    reader.press(f"/en/slip/{code}/confirmation")
    assert "Confirm your words" not in reader.open("/en/").text
    for page in ("/ideas", "/ideas.json", "/history"):
        assert "Not confirmed yet" not in reader.open(base + page).text, page


def test_somebody_new_is_recorded_with_their_words(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Mair").open(f"{base}/writing-down?what=matter")
    form = {"text": WORDS, "how": "verbatim", "name": "Gwenda", "side": "citizen", "source": "visit", "agreed": "said so", "may_quote": "yes"}
    page = reader.press(f"{base}/writing-down?what=matter", **form)
    assert page.status_code == 200
    assert "Gwenda" in page.text
    assert reader.open(f"{base}/matters.json").json()["waiting"][0]["name"] == "Gwenda"


def test_who_is_not_chosen_and_no_facilitator_finds_no_form(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Eira")
    assert reader.open(f"{base}/writing-down").status_code == 404
    as_(reader, gathering, "Beti").open(f"{base}/members/{gathering.member('Beti')}/helpers")
    reader.press(f"{base}/members/{gathering.member('Beti')}/helpers", helper=str(gathering.member("Eira")))
    page = as_(reader, gathering, "Eira").open(f"{base}/writing-down")
    assert "Beti" in page.text
    assert "They are not on the list" not in page.text
    assert "Tomos" not in page.text


def test_whoever_was_chosen_finds_the_way_to_write_where_facilitators_do(reader: Reader, gathering: Gathering, base: str) -> None:
    gathering.adopt_charter()
    eira, beti = gathering.member("Eira"), gathering.member("Beti")
    idea = ideas.post(gathering.workspace, gathering.act("Amina"), "Paned").id
    places = {f"{base}/ideas": f"{base}/writing-down", f"{base}/ideas/{idea}": f"{base}/writing-down?idea={idea}"}
    places |= {(asked := f"{base}/decisions/{gathering.open()}"): f"{asked}/writing-down", f"{base}/members/{beti}": f"{base}/members/{beti}/helpers"}
    as_(reader, gathering, "Eira")
    assert not any(f'href="{way}"' in reader.open(place).text for place, way in places.items())
    voices.choose_helper(gathering.workspace, gathering.act("Beti"), beti, eira)
    for place, way in places.items():
        assert f'href="{way}"' in reader.open(place).text, place
        assert reader.open(way).status_code == 200
    assert f'href="{base}/writing-down"' in reader.open(f"{base}/members/{beti}/helpers").text
    voices.release_helper(gathering.workspace, gathering.act("Beti"), beti, eira)
    assert not any(f'href="{way}"' in reader.open(place).text for place, way in places.items())


def test_a_vote_on_paper_is_told_truthfully_and_never_shown(reader: Reader, gathering: Gathering, base: str) -> None:
    gathering.adopt_charter()
    decision, beti = gathering.open(), str(gathering.member("Beti"))
    address = f"{base}/decisions/{decision}/writing-down"
    given = {"choice": "no", "voice": beti, "source": "paper", "agreed": "signed"}
    as_(reader, gathering, "Mair").open(address)
    page = reader.press(address, **given)
    assert "A slip to hand over" in page.text
    assert "Against" in page.text
    where = str(page.url.path)
    reader.open(address)
    page = reader.press(address, **{**given, "choice": "yes"})
    assert page.status_code == 409
    assert "There is a vote of theirs on record already" in page.text
    decisions.vote(gathering.workspace, gathering.act("Beti"), decision, "abstain", "", 1)
    page = reader.open(where)
    assert "Against" in page.text
    assert "their own hand" in page.text
    decisions.close(gathering.workspace, gathering.act("Mair"), decision, "Pawb")
    assert "not confirmed" not in reader.open(f"{base}/decisions/{decision}/certificate").text


def test_a_vote_nobody_confirmed_is_counted_and_said_on_the_record(reader: Reader, gathering: Gathering, base: str) -> None:
    gathering.adopt_charter()
    decision = gathering.open()
    by = voices.speaking(gathering.workspace, gathering.act("Mair"), Voice(gathering.member("Beti"), "said so", "phone"))
    decisions.vote(gathering.workspace, by, decision, "yes", "", 0)
    gathering.vote(decision, {"Eira": "yes", "Amina": "yes", "Rhys": "yes"})
    decisions.close(gathering.workspace, gathering.act("Mair"), decision, "Pawb")
    assert "Written down for somebody, and not confirmed" in reader.open(f"{base}/decisions/{decision}/certificate").text


def test_a_facilitator_records_a_correction_by_phone(reader: Reader, gathering: Gathering, base: str) -> None:
    written_down(gathering)
    as_(reader, gathering, "Mair")
    (row,) = reader.open(f"{base}/slips.json").json()["slips"]
    where = f"{base}/slips/{row['id']}"
    reader.open(where)
    reader.press(f"{where}/words", text="Ffoniwch awr cyn dod")
    assert reader.open(f"{base}/slips.json").json()["slips"] == []
    assert "Ffoniwch awr cyn dod" in reader.open(f"{base}/ideas").text


def test_the_sheet_has_both_languages_the_open_vote_and_what_happened(reader: Reader, gathering: Gathering, base: str) -> None:
    gathering.adopt_charter()
    decided, asked = gathering.open(), gathering.open()
    gathering.vote(decided, dict.fromkeys((*gathering.citizens, *gathering.professionals), "yes"))
    decisions.close(gathering.workspace, gathering.act("Mair"), decided, "Pawb")
    said = reader.open(f"{base}/sheet.json").json()
    assert [vote["line"]["id"] for vote in said["votes"]] == [str(asked)]
    assert next(line["id"] for line, _ in said["results"]) == str(decided)
    page = reader.open(f"{base}/sheet?decision={asked}").text
    for words in ("O blaid", "For", "Yn erbyn", "Against", said["code"], said["votes"][0]["code"], "Pwy ydych chi", "Who you are"):
        assert words in page


def test_a_question_for_consent_stands_on_the_sheet_as_on_the_screen(reader: Reader, gathering: Gathering, base: str) -> None:
    gathering.adopt_charter(consent_first=True)
    gathering.open()
    page = reader.open(f"{base}/sheet").text
    for words in ("Rydw i’n cydsynio", "I consent", "I stand aside", "I object", "If you object: what would be harmed?"):
        assert words in page
    assert "Against" not in page


def test_whoever_reads_it_puts_it_under_a_theme_where_it_is_quoted_as_long_as_its_author_agrees(reader: Reader, gathering: Gathering, base: str) -> None:
    when, who = (themes.name(gathering.workspace, gathering.act("Beti"), both(cy, en)).id for cy, en in (("Pryd", "When"), ("Pwy", "Who")))
    made = matters.say(gathering.workspace, gathering.act("Eira"), Said(WORDS, True)).id
    as_(reader, gathering, "Mair").open(f"{base}/matters")
    assert reader.client.post(f"{base}/matters/{made}/reading", json={"theme": str(made)}).status_code == 404
    page = reader.press(f"{base}/matters/{made}/reading", theme=str(when))
    quoted = page.text.partition("In their own words")[2]
    assert quoted.index("When</span>") < quoted.index(WORDS)
    as_(reader, gathering)
    assert [WORDS in reader.open(f"{base}/ideas?theme={theme}").text for theme in (when, who, "none")] == [True, False, False]
    assert reader.client.get(f"{base}/matters.json").json()["quotes"][0]["theme"] == str(when)
    as_(reader, gathering, "Mair").open(f"{base}/matters")
    reader.press(f"{base}/matters/{made}/reading", theme=str(who))
    assert WORDS in reader.open(f"{base}/ideas?theme={who}").text
    as_(reader, gathering, "Beti").open(f"{base}/matters")
    assert f"{base}/matters/{made}/reading" not in reader.open(f"{base}/matters").text
    matters.take_back_quote(gathering.workspace, gathering.act("Eira"), made)
    for page in ("/matters", "/matters.json", f"/ideas?theme={who}", f"/ideas.json?theme={who}"):
        assert WORDS not in reader.open(base + page).text

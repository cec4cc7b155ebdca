"""The network's methods: the kit that comes with the house, who may add and revise, and what is said of them."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from aggregates.errors import Empty, NotAMember, NotFound, NotYours, NotYourTask, UnknownChoice
from aggregates.method import SECTIONS, Fits, Method
from projections.methods import Sought, method, methods, notes, versions
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import members, network
from workspace import methods as commands
from workspace.application import Act, Workspace
from workspace.methods import KINDS, NEEDED, Written
from workspace.network import Arriving
from workspace.starter_kit import METHODS
from workspace.story.telling import both
from workspace.words import Place, hide

FITS = Fits("round", 10, 20, 3, 12, ["room"])
WRITTEN = Written({"name": both("Cylch y bore", "Morning round"), "purpose": both("Clywed pawb", "Hear all"), "steps": both("Un\nDau", "One\nTwo")}, FITS)


def coming(gathering: Gathering, name: str, *, may_add: bool = True) -> tuple[Act, Arriving]:
    return network.act(gathering.workspace, gathering.accounts[name], may_add=may_add, command=uuid4(), language="en", channel="web")


def add(gathering: Gathering, name: str, written: Written = WRITTEN) -> UUID:
    by, arriving = coming(gathering, name)
    return commands.add(gathering.workspace, by, written, arriving).id


def facilitates(gathering: Gathering, name: str) -> None:
    members.give_task(gathering.workspace, gathering.act("Mair"), gathering.member(name), "facilitator")


def test_the_kit_is_installed_once_in_one_commit(workspace: Workspace) -> None:
    commands.install(workspace)
    head = workspace.head()
    commands.install(workspace)
    assert workspace.head() == head == len(METHODS)


def test_what_became_of_the_kit_is_never_undone(gathering: Gathering) -> None:
    workspace = gathering.workspace
    commands.install(workspace)
    bring_to_head(workspace)
    with workspace.reading() as db:
        first = methods(db, Sought(), kinds=KINDS)[0].id
    by, _ = coming(gathering, "Lowri")
    commands.set_aside(workspace, by, first, "So")
    commands.revise(workspace, replace(by, command=uuid4()), bring_back(gathering, first), 1, WRITTEN)
    head = workspace.head()
    commands.install(workspace)
    assert workspace.head() == head
    assert workspace.load(Method, first).text_version == 2


def bring_back(gathering: Gathering, method: UUID) -> UUID:
    return commands.bring_back(gathering.workspace, coming(gathering, "Lowri")[0], method).id


@pytest.mark.parametrize("offered", METHODS, ids=lambda offered: offered.key)
def test_a_method_of_the_kit_is_whole_in_both_languages_and_fits_on_a_page(offered: object) -> None:
    assert isinstance(offered, type(METHODS[0]))
    Fits.asked_for(offered.fits.to_dict())
    assert len(offered.cy.steps) == len(offered.en.steps) >= 3
    for section in SECTIONS:
        for text in offered.texts[section].values():
            assert 0 < len(text) <= commands.LONGEST[section]
        assert offered.texts[section]["cy"] != offered.texts[section]["en"]
    for language in ("cy", "en"):
        assert sum(len(text[language]) for text in offered.texts.values()) < 2600


def test_there_is_a_method_for_each_kind_of_block_and_each_way(workspace: Workspace) -> None:
    assert len(METHODS) >= 20
    assert {offered.kind for offered in METHODS} == set(KINDS)
    assert {way for offered in METHODS for way in offered.ways} == {"room", "remote", "hybrid", "paper"}


def test_whoever_facilitates_a_project_adds_one_and_has_a_place_in_the_network_from_then_on(gathering: Gathering) -> None:
    facilitates(gathering, "Rhys")
    by, arriving = coming(gathering, "Rhys")
    assert [place.tasks for place in arriving.places] == [[]]
    added = commands.add(gathering.workspace, by, WRITTEN, arriving)
    again, nobody = coming(gathering, "Rhys")
    assert (again.member, nobody.places) == (by.member, ())
    commands.revise(gathering.workspace, again, added.id, 1, WRITTEN, "Clearer")
    bring_to_head(gathering.workspace)
    with gathering.workspace.reading() as db:
        found = method(db, added.id)
        assert found is not None
        assert (found.author_name, found.version, found.newest) == ("Rhys", 2, 2)
        assert [(each.version, each.why) for each in versions(db, added.id)] == [(2, {"en": "Clearer"}), (1, {})]
        assert method(db, added.id, 3) is None


def test_a_member_without_a_task_adds_none_and_a_stranger_says_nothing(gathering: Gathering) -> None:
    with pytest.raises(NotYourTask):
        coming(gathering, "Eira")
    for may_add in (True, False):
        with pytest.raises(NotAMember):
            coming(gathering, "Helen", may_add=may_add)


def test_a_note_does_not_make_its_author_one_who_may_add(gathering: Gathering) -> None:
    id = add(gathering, "Mair")
    by, arriving = coming(gathering, "Eira", may_add=False)
    commands.note(gathering.workspace, by, id, "Went well", "well", arriving)
    with pytest.raises(NotYourTask):
        coming(gathering, "Eira")


def test_a_method_is_revised_and_set_aside_by_its_author_or_a_co_ordinator(gathering: Gathering) -> None:
    workspace, id = gathering.workspace, add(gathering, "Mair")
    facilitates(gathering, "Rhys")
    add(gathering, "Rhys")
    for verb in (
        lambda by: commands.revise(workspace, by, id, 1, WRITTEN),
        lambda by: commands.set_aside(workspace, by, id, "So"),
        lambda by: commands.bring_back(workspace, by, id),
    ):
        with pytest.raises(NotYours):
            verb(coming(gathering, "Rhys")[0])
        verb(coming(gathering, "Lowri")[0])
    assert workspace.load(Method, id).text_version == 2


def test_words_are_needed_and_choices_are_those_there_are(gathering: Gathering) -> None:
    for section in NEEDED:
        with pytest.raises(Empty):
            add(gathering, "Mair", Written({**WRITTEN.texts, section: {}}, FITS))
    with pytest.raises(UnknownChoice):
        add(gathering, "Mair", Written(WRITTEN.texts, replace(FITS, kind="lecture")))
    with pytest.raises(NotFound):
        commands.note(gathering.workspace, coming(gathering, "Mair")[0], uuid4(), "So", "well", Arriving())


def test_methods_are_found_by_kind_minutes_people_way_and_words_of_either_language(gathering: Gathering) -> None:
    long = Written({**WRITTEN.texts, "name": both("Taith 100%", "Walk 100%")}, Fits("matters", 45, 90, 4, None, ["room", "paper"]))
    short_one, long_one = add(gathering, "Mair"), add(gathering, "Mair", long)
    bring_to_head(gathering.workspace)

    def found(**sought: object) -> list[UUID]:
        with gathering.workspace.reading() as db:
            return [line.id for line in methods(db, Sought(**sought), kinds=KINDS)]  # type: ignore[arg-type]

    assert found() == [long_one, short_one]
    assert found(kind="round") == found(minutes=30) == found(people=3) == found(find="BORE") == found(find="morning") == [short_one]
    assert found(kind="matters") == found(people=200) == found(way="paper") == found(find="taith") == found(find="100%") == [long_one]
    assert found(find="dau") == found(minutes=45) == found(people=5) == [long_one, short_one]
    assert found(find="_") == found(find="absent") == found(kind="dots") == []
    commands.set_aside(gathering.workspace, coming(gathering, "Mair")[0], long_one, "So")
    bring_to_head(gathering.workspace)
    assert found() == [short_one]
    with gathering.workspace.reading() as db:
        assert [line.id for line in methods(db, Sought(), kinds=KINDS, aside=True)] == [long_one]


def test_notes_stand_newest_first_until_they_are_taken_back_or_taken_down(gathering: Gathering) -> None:
    workspace, id = gathering.workspace, add(gathering, "Mair")
    for name, text, went in (("Mair", "It ran over", "partly"), ("Eira", "I could speak", "well"), ("Rhys", "Names somebody", "badly")):
        by, arriving = coming(gathering, name, may_add=False)
        commands.note(workspace, by, id, text, went, arriving)
    bring_to_head(workspace)
    with workspace.reading() as db:
        newest, second, oldest = notes(db, id)
        (line,) = methods(db, Sought(), kinds=KINDS)
    assert (newest.name, second.words, oldest.went) == ("Rhys", {"en": "I could speak"}, "partly")
    assert (line.went_well, line.notes) == (1, 3)
    with pytest.raises(NotYours):
        commands.take_back_note(workspace, coming(gathering, "Mair")[0], id, second.id)
    commands.take_back_note(workspace, coming(gathering, "Eira", may_add=False)[0], id, second.id)
    with pytest.raises(NotYourTask):
        hide(workspace, coming(gathering, "Mair")[0], newest.id, Place("experience", id), "So")
    hide(workspace, coming(gathering, "Lowri")[0], newest.id, Place("experience", id), "So")
    bring_to_head(workspace)
    with workspace.reading() as db:
        assert [(note.id, note.words) for note in notes(db, id)] == [(newest.id, {}), (oldest.id, {"en": "It ran over"})]
        assert db.execute("select is_hidden from texts where id = %s", (second.id,)).fetchone() == (True,)

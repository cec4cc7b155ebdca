"""What is written down for somebody is theirs: one ballot a person over all ways of taking part, and a code to confirm, correct, withdraw or claim."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.errors import (
    AlreadyVoted,
    MemberIsHere,
    MemberIsNotHere,
    NoSuchCode,
    NotOnTheRoll,
    NotTheirHelper,
    NotYours,
    NotYourTask,
    RecorderHasInterest,
    SlipIsWithdrawn,
    TheyHaveVoted,
    TooManyUnconfirmed,
    UnknownChoice,
    VotingIsOver,
)
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.objection import Objection, objection_id
from aggregates.slip import slip_id
from aggregates.vote import Vote, vote_id
from tests.gathering import Gathering
from workspace import commission, confirming, decisions, ideas, matters, members, slips, voices
from workspace.application import Act
from workspace.limits import TooOften
from workspace.matters import Said, Visitor
from workspace.slips import Slip
from workspace.story.telling import both
from workspace.voices import Voice


def for_(group: Gathering, voice: UUID, writer: str = "Mair", source: str = "phone") -> Act:
    return voices.speaking(group.workspace, group.act(writer), Voice(voice, "said so", source, True))


def slip_of(group: Gathering, thing: UUID) -> Slip:
    return group.workspace.load(Slip, slip_id(thing))


def with_code(group: Gathering, slip: Slip, account: UUID | None = None) -> Act:
    found = slips.behind(group.workspace, slips.code_of(group.workspace, slip.id).lower().replace("-", " "), "there")
    return slips.act_with(group.workspace, found, account=account, command=uuid4(), language="cy")


def visited(group: Gathering, *, may_quote: bool = True, name: str = "Gwenda") -> UUID:
    said = Said("Bod rhywun yn gwrando", may_quote)
    return matters.say_as_visitor(group.workspace, group.project, Visitor(name, "citizen", "there", "cy", uuid4()), said).id


def name_of(group: Gathering, member: UUID) -> Any:
    with group.workspace.reading() as db:
        return (db.execute("select name from names where member = %s", (member,)).fetchone() or (None,))[0]


def is_withheld(group: Gathering, text: UUID) -> bool:
    with group.workspace.reading() as db:
        return db.execute("select is_hidden from texts where id = %s", (text,)).fetchone() == (True,)


def test_words_that_are_written_down_are_whose_they_are(group: Gathering) -> None:
    beti = group.member("Beti")
    idea = ideas.post(group.workspace, for_(group, beti), "Ffoniwch cyn dod").id
    found = group.workspace.load(Idea, idea)
    assert found.author == beti
    (_, posted), *_ = group.workspace.events_of([idea])
    assert (posted.by.member, posted.by.voice, posted.by.channel, posted.by.side) == (group.member("Mair"), beti, "phone", "citizen")
    assert slip_of(group, idea).is_waiting


def test_only_a_facilitator_or_whom_somebody_chose_writes_down_for_them(group: Gathering) -> None:
    beti, eira = group.member("Beti"), group.member("Eira")
    with pytest.raises(NotTheirHelper):
        for_(group, beti, "Eira")
    voices.choose_helper(group.workspace, group.act("Beti"), beti, eira)
    assert for_(group, beti, "Eira", "spoken").channel == "web"
    voices.release_helper(group.workspace, group.act("Eira"), beti, eira)
    with pytest.raises(NotTheirHelper):
        for_(group, beti, "Eira")
    with pytest.raises(NotTheirHelper):
        for_(group, group.member("Mair"), "Mair")
    with pytest.raises(UnknownChoice):
        voices.speaking(group.workspace, group.act("Mair"), Voice(beti, "so I think", "phone"))
    members.remove(group.workspace, group.act("Mair"), beti, "Wedi symud")
    with pytest.raises(MemberIsNotHere):
        for_(group, beti)


def test_somebody_new_is_recorded_by_name_and_side_once_a_press(group: Gathering) -> None:
    by = group.act("Mair")
    first, second = (voices.record(group.workspace, by, "Gwenda", "citizen").id for _ in range(2))
    assert first == second
    assert group.workspace.load(Member, first).state == "recorded"
    with pytest.raises(NotYourTask):
        voices.record(group.workspace, group.act("Eira"), "Gwenda", "citizen")
    assert ideas.post(group.workspace, for_(group, first), "Golau wrth y drws").id


def test_a_slip_confirms_by_its_code_however_it_is_typed(group: Gathering) -> None:
    idea = ideas.post(group.workspace, for_(group, group.member("Beti")), "Ffoniwch cyn dod").id
    slip = slip_of(group, idea)
    confirming.confirm(group.workspace, with_code(group, slip), slip.id)
    assert not slip_of(group, idea).is_waiting


def test_codes_are_not_to_be_guessed(group: Gathering) -> None:
    for _ in range(20):
        with pytest.raises(NoSuchCode):
            slips.behind(group.workspace, "AAAAA-AAAAA", "a guesser")
    with pytest.raises(TooOften):
        slips.behind(group.workspace, "AAAAA-AAAAA", "a guesser")


def test_a_correction_is_the_voices_own_words_in_the_same_place(group: Gathering) -> None:
    beti = group.member("Beti")
    idea = ideas.post(group.workspace, group.act("Eira"), "Mae enw yn ddigon").id
    ideas.reply(group.workspace, for_(group, beti), idea, "Fi hefyd")
    reply = list(group.workspace.load(Idea, idea).texts)[-1]
    slip = slip_of(group, reply)
    confirming.correct(group.workspace, with_code(group, slip), slip.id, "Fi hefyd, bob nos")
    found = group.workspace.load(Idea, idea)
    newest = list(found.texts)[-1]
    assert (found.texts[newest], newest != reply, slip_of(group, reply).words) == (beti, True, newest)
    confirming.correct(group.workspace, with_code(group, slip), slip.id, "Bob nos")
    assert slip_of(group, reply).words != newest


def test_what_is_withdrawn_is_withheld_and_set_aside(group: Gathering) -> None:
    idea = ideas.post(group.workspace, for_(group, group.member("Beti")), "Ffoniwch cyn dod").id
    slip = slip_of(group, idea)
    confirming.withdraw(group.workspace, with_code(group, slip), slip.id)
    found = group.workspace.load(Idea, idea)
    assert found.is_set_aside
    assert is_withheld(group, found.words.id)
    for again in (lambda by: confirming.confirm(group.workspace, by, slip.id), lambda by: confirming.withdraw(group.workspace, by, slip.id)):
        with pytest.raises(SlipIsWithdrawn):
            again(with_code(group, slip))


def test_a_facilitator_records_a_confirmation_on_the_phone_and_nobody_else_does(group: Gathering) -> None:
    beti = group.member("Beti")
    idea = ideas.post(group.workspace, for_(group, beti), "Ffoniwch cyn dod").id
    with pytest.raises(NotYours):
        confirming.confirm(group.workspace, group.act("Mair"), slip_id(idea))
    confirming.confirm(group.workspace, for_(group, beti), slip_id(idea))
    assert not slip_of(group, idea).is_waiting


def test_whoever_says_it_otherwise_by_themselves_has_settled_the_slip(group: Gathering) -> None:
    idea = ideas.post(group.workspace, for_(group, group.member("Beti")), "Ffoniwch cyn dod").id
    ideas.reword(group.workspace, group.act("Beti"), idea, "Ffoniwch awr cyn dod")
    slip = slip_of(group, idea)
    assert not slip.is_waiting
    with pytest.raises(NotYours):
        with_code(group, slip)
    assert with_code(group, slip, group.accounts["Beti"]).member == group.member("Beti")


def test_one_ballot_a_person_over_all_ways(group: Gathering) -> None:
    group.adopt_charter()
    decision, beti = group.open(), group.member("Beti")
    decisions.vote(group.workspace, for_(group, beti, source="paper"), decision, "yes", "Mae’n amser", 0)
    with pytest.raises(TheyHaveVoted) as told:
        decisions.vote(group.workspace, for_(group, beti), decision, "no", "", 0)
    assert not told.value.values
    with pytest.raises(AlreadyVoted):
        decisions.vote(group.workspace, group.act("Beti"), decision, "no", "", 0)
    decisions.vote(group.workspace, group.act("Beti"), decision, "no", "", 1)
    assert group.workspace.load(Vote, vote_id(decision, beti)).choice == "no"


def test_nobody_writes_a_vote_over_one_that_was_cast_by_its_own_hand(group: Gathering) -> None:
    group.adopt_charter()
    decision, beti = group.open(), group.member("Beti")
    group.vote(decision, {"Beti": "no"})
    with pytest.raises(TheyHaveVoted):
        decisions.vote(group.workspace, for_(group, beti), decision, "yes", "", 0)
    other = group.open()
    decisions.vote(group.workspace, for_(group, beti), other, "yes", "", 0)
    slip = slip_of(group, vote_id(other, beti))
    confirming.correct(group.workspace, for_(group, beti), slip.id, "abstain")
    decisions.vote(group.workspace, group.act("Beti"), other, "no", "", 2)
    for verb in (lambda by: confirming.correct(group.workspace, by, slip.id, "yes"), lambda by: confirming.withdraw(group.workspace, by, slip.id)):
        with pytest.raises(TheyHaveVoted):
            verb(for_(group, beti))
    assert group.workspace.load(Vote, vote_id(other, beti)).choice == "no"
    assert confirming.vote_written_down(group.workspace, slip) == "yes"


def test_somebody_on_the_record_is_on_no_roll(group: Gathering) -> None:
    group.adopt_charter()
    gwenda = voices.record(group.workspace, group.act("Mair"), "Gwenda", "citizen").id
    decision = group.open()
    with pytest.raises(NotOnTheRoll):
        decisions.vote(group.workspace, for_(group, gwenda), decision, "yes", "", 0)


def test_a_vote_that_was_written_down_is_withdrawn_by_code_until_the_close(group: Gathering) -> None:
    group.adopt_charter()
    decision, beti = group.open(), group.member("Beti")
    decisions.vote(group.workspace, for_(group, beti), decision, "yes", "", 0)
    slip = slip_of(group, vote_id(decision, beti))
    confirming.correct(group.workspace, with_code(group, slip), slip.id, "no")
    decisions.close(group.workspace, group.act("Mair"), decision, "Pawb")
    for verb in (lambda by: confirming.correct(group.workspace, by, slip.id, "yes"), lambda by: confirming.withdraw(group.workspace, by, slip.id)):
        with pytest.raises(VotingIsOver):
            verb(with_code(group, slip))
    assert group.workspace.load(Vote, vote_id(decision, beti)).choice == "no"


def test_whoever_takes_an_objection_back_by_code_objects_no_longer(group: Gathering) -> None:
    group.adopt_charter(consent_first=True)
    decision, beti = group.open(), group.member("Beti")
    decisions.vote(group.workspace, for_(group, beti), decision, "object", "Mae’n rhy hwyr i mi", 0, "aim")
    slip = slip_of(group, vote_id(decision, beti))
    with pytest.raises(UnknownChoice):
        confirming.correct(group.workspace, with_code(group, slip), slip.id, "object")
    assert group.workspace.load(Objection, objection_id(decision, beti)).state == "open"
    confirming.correct(group.workspace, with_code(group, slip), slip.id, "stand aside")
    assert group.workspace.load(Objection, objection_id(decision, beti)).state == "withdrawn"
    assert group.workspace.load(Vote, vote_id(decision, beti)).choice == "stand aside"


def test_a_visitor_says_what_matters_before_any_account_once_a_press(group: Gathering) -> None:
    command = uuid4()
    visitor, said = Visitor("Gwenda", "citizen", "there", "cy", command), Said("Bod rhywun yn gwrando", True)
    first, second = (matters.say_as_visitor(group.workspace, group.project, visitor, said).id for _ in range(2))
    assert first == second
    matter = matters.load(group.workspace, group.act("Mair"), first)
    assert group.workspace.load(Member, matter.author).state == "recorded"
    assert not slip_of(group, first).is_waiting


def test_the_name_of_a_visitor_is_shown_with_their_words_and_goes_with_them(group: Gathering) -> None:
    matter = visited(group)
    author = matters.load(group.workspace, group.act("Mair"), matter).author
    assert name_of(group, author) is None
    matters.put_under(group.workspace, group.act("Mair"), matter)
    assert name_of(group, author) == "Gwenda"
    matters.take_back_quote(group.workspace, with_code(group, slip_of(group, matter)), matter)
    assert name_of(group, author) is None
    with pytest.raises(NotYours):
        matters.allow_quote(group.workspace, group.act("Mair"), matter)


def test_a_place_is_claimed_with_a_code_and_the_code_does_nothing_alone_any_more(group: Gathering) -> None:
    matter = visited(group, may_quote=False)
    slip = slip_of(group, matter)
    with pytest.raises(MemberIsHere):
        confirming.claim(group.workspace, group.accounts["Beti"], slip, command=uuid4(), language="cy", name="Beti")
    confirming.claim(group.workspace, group.accounts["Menna"], slip, command=uuid4(), language="cy", name="Menna")
    assert group.workspace.load(Member, slip.voice).state == "here"
    assert name_of(group, slip.voice) == "Menna"
    with pytest.raises(NotYours):
        with_code(group, slip)
    confirming.withdraw(group.workspace, with_code(group, slip, group.accounts["Menna"]), slip.id)
    assert matters.load(group.workspace, group.act("Mair"), matter).is_taken_back


def test_visitors_from_one_place_can_say_only_so_much_in_an_hour(group: Gathering) -> None:
    for _ in range(matters.FROM_ONE_PLACE.times):
        visited(group)
    with pytest.raises(TooOften):
        visited(group)


def test_nobody_writes_for_more_people_than_anybody_has_looked_at(group: Gathering) -> None:
    beti = group.member("Beti")
    written = [ideas.post(group.workspace, for_(group, beti), f"Syniad {number}").id for number in range(slips.MOST_WAITING)]
    with pytest.raises(TooManyUnconfirmed):
        ideas.post(group.workspace, for_(group, beti), "Un arall")
    ideas.post(group.workspace, group.act("Mair"), "Fy syniad i")
    slip = slip_of(group, written[0])
    confirming.confirm(group.workspace, with_code(group, slip), slip.id)
    assert ideas.post(group.workspace, for_(group, beti), "Un arall").id


def test_whoever_gains_from_an_offer_records_nobody_elses_vote(group: Gathering) -> None:
    group.adopt_charter()
    decision, beti, rhys = group.open(), group.member("Beti"), group.member("Rhys")
    members.give_task(group.workspace, group.act("Mair"), rhys, "facilitator")
    commission.write_need(group.workspace, group.act("Mair"), both("Car", "A car"), both("Car", "A car"))
    commission.name_offer(group.workspace, group.act("Mair"), both("Modurdy", "A garage"))
    [offer] = commission.load(group.workspace, group.act("Mair")).offers
    commission.declare_interest(group.workspace, group.act("Rhys"), "Fy mrawd yw e", [offer])
    with pytest.raises(RecorderHasInterest):
        decisions.vote(group.workspace, for_(group, beti, "Rhys"), decision, "yes", "", 0)
    assert decisions.vote(group.workspace, group.act("Rhys"), decision, "yes", "", 0)
    assert ideas.post(group.workspace, for_(group, beti, "Rhys"), "Golau wrth y drws").id
    commission.declare_interest(group.workspace, group.act("Rhys"), "", [])
    assert decisions.vote(group.workspace, for_(group, beti, "Rhys"), decision, "yes", "", 0)

"""What has to be so in a full project before an act of the table can be done there, for the acts that it is not ready for by itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from projections.needs import own
from tests.evening import Evening, seal_minutes
from tests.gathering import QUESTION
from workspace import (
    appeals,
    attending,
    charters,
    commitments,
    decisions,
    facilitating,
    members,
    missing_voices,
    needs,
    proceedings,
    proposals,
    reports,
    room_rounds,
    rounds,
    words,
)
from workspace.missing_voices import Missing
from workspace.story.evening_care import CHARTER, RULE
from workspace.words import Place

from .addresses import MT, C, D, E, G, K, N, P, R, V, W
from .neighbours import CITIZENS, LAST_WORD, PROFESSIONALS, Full

SAID = {"cy": "Mainc", "en": "A bench"}


@dataclass(frozen=True, slots=True)
class Ripe:
    """How the act goes now: what stands in its address and in its body, and who does it, where that is not whoever else would."""

    parts: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    role: str = ""


def by_a_stranger(full: Full) -> Ripe:
    return Ripe(role="stranger")


def open_to_votes(full: Full) -> Ripe:
    """Where nobody has written a vote down for her, and it is by consent."""
    return Ripe({"decision_id": str(full.gathering.open())}, {"choice": "consent"})


def open_still(full: Full) -> Ripe:
    return Ripe({"decision_id": str(full.gathering.open())})


def asked_by_hands(full: Full) -> Ripe:
    gathering = full.gathering
    before = charters.of(gathering.workspace, gathering.project)
    assert before is not None
    charters.draft(gathering.workspace, gathering.act("Mair"), CHARTER, RULE, "anybody", before.drafted)
    decision = decisions.open_adoption(gathering.workspace, gathering.act("Mair"), QUESTION, gathering.in_(1), before.drafted + 1, "hands").id
    return Ripe({"decision_id": str(decision)})


def asking_for_consent(full: Full) -> Ripe:
    return Ripe({"decision_id": str(full.consenting)})


def read_as_it_is(full: Full) -> Ripe:
    proposal = proposals.load(full.gathering.workspace, full.gathering.act("Mair"), full.proposal)
    return Ripe(body={"version": proposal.text_version})


def at_the_sense_check(full: Full) -> Ripe:
    for step in ("questions", "sense check"):
        rounds.go_on(full.gathering.workspace, full.gathering.act("Mair"), full.round, step)
    return Ripe()


def failed_by_consent(full: Full) -> Ripe:
    """Eira and Beti object to the end."""
    full.gathering.vote(full.consenting, dict.fromkeys(("Tomos", *PROFESSIONALS), "consent"))
    _close(full, full.consenting)
    return Ripe({"decision_id": str(full.consenting)})


def wanted_by_one_group_alone(full: Full) -> Ripe:
    full.gathering.adopt_charter()
    decision = full.gathering.open()
    full.gathering.vote(decision, dict.fromkeys(CITIZENS, "yes") | dict.fromkeys(PROFESSIONALS, "no"))
    _close(full, decision)
    return Ripe({"decision_id": str(decision)})


def done_as_promised(full: Full) -> Ripe:
    commitment = full.another_commitment()
    commitments.finish(full.gathering.workspace, full.gathering.act("Eira"), commitment, "So")
    return Ripe({"commitment_id": str(commitment)})


def appealed_against(full: Full) -> Ripe:
    """Tomos hides what Eira wrote; she asks somebody else to look again."""
    workspace, act, text = full.gathering.workspace, full.gathering.act, full.words_of(LAST_WORD)
    members.give_task(workspace, act("Mair"), full.gathering.member("Tomos"), "facilitator")
    words.hide(workspace, act("Tomos"), text, Place("idea", full.idea), "So")
    appeals.appeal(workspace, act("Eira"), text, "So")
    return Ripe({"text": str(text)})


def reported(full: Full) -> Ripe:
    text = full.words_of(LAST_WORD)
    reports.report(full.gathering.workspace, full.gathering.act("Beti"), text, Place("idea", full.idea), "So")
    return Ripe({"text": str(text)})


def asked_to_facilitate(full: Full) -> Ripe:
    facilitating.ask(full.gathering.workspace, full.gathering.act("Mair"), full.gathering.member("Eira"))
    return Ripe(role="member")


def coming_together(full: Full) -> Ripe:
    """Eira has come, at a step at which cards are written."""
    full.evening.come("Mair")
    return Ripe()


def led_from_the_beginning(full: Full) -> Ripe:
    evening = Evening(full.gathering).open_doors()
    return Ripe({"session": str(evening.id), "block": str(evening.blocks[0])}, {"saw": 0, "step": "write"})


def asking_for_the_floor(full: Full) -> Ripe:
    attending.ask_to_speak(full.gathering.workspace, full.evening.act("Eira"), full.evening.id, True)
    return Ripe()


def announced(full: Full) -> Ripe:
    proceedings.count_turns(full.gathering.workspace, full.evening.act("Mair"), full.evening.id)
    return Ripe()


def beside_another_card(full: Full) -> Ripe:
    card, other = (full.evening.card(full.evening.act("Eira"), f"{full.mark} {n}", is_shown=True) for n in range(2))
    return Ripe({"card": str(card)}, {"into": str(other)})


def choosing_now(full: Full) -> Ripe:
    evening = Evening(full.gathering).open_doors()
    for who in ("Mair", "Eira"):
        evening.come(who)
    evening.go_to(2, "choose")
    return Ripe({"session": str(evening.id), "block": str(evening.blocks[2])})


def chosen_on_paper(full: Full) -> Ripe:
    """Two cards were on the ballots, and nobody led the group to the choice."""
    evening = Evening(full.gathering).open_doors()
    evening.come("Eira")
    evening.go_to(0, "write")
    offered = (evening.card(evening.act("Eira"), f"{full.mark} {n}", is_shown=True) for n in range(2))
    return Ripe({"session": str(evening.id), "block": str(evening.blocks[1])}, {"place": {card.hex: n for n, card in enumerate(offered, 1)}})


def deciding_now(full: Full) -> Ripe:
    return Ripe({"session": str(_at_a_decision(full).id)})


def asked_in_the_room(full: Full) -> Ripe:
    evening = _at_a_decision(full)
    evening.ask()
    return Ripe({"session": str(evening.id)})


def asked_on_paper(full: Full) -> Ripe:
    evening = _at_a_decision(full)
    asked = {"decision": str(evening.ask()), "voice": str(full.gathering.member("Rhys"))}
    return Ripe({"session": str(evening.id), "block": str(evening.blocks[3])}, asked)


def met_without_a_network(full: Full) -> Ripe:
    return Ripe({"session": str(Evening(full.gathering, begins=timedelta(minutes=-30)).id)})


def going_through_something(full: Full) -> Ripe:
    return Ripe({"session": str(_going_through(full).id)})


def in_a_round(full: Full, *steps: str) -> Ripe:
    evening = _going_through(full)
    evening.take_up(proposals.draft(full.gathering.workspace, full.gathering.act("Eira"), SAID, SAID, SAID).id)
    for step in steps:
        room_rounds.go_on(full.gathering.workspace, evening.act("Mair"), evening.id, evening.blocks[7], step)
    return Ripe({"session": str(evening.id), "block": str(evening.blocks[7])})


def feeling_it_in_a_round(full: Full) -> Ripe:
    return in_a_round(full, "questions", "sense check")


def with_a_card_of_hers(full: Full) -> Ripe:
    """In a session where nobody has done anything else yet."""
    evening = Evening(full.gathering).open_doors()
    evening.come("Eira")
    evening.go_to(0, "write")
    return Ripe({"session": str(evening.id), "card": str(evening.card(evening.act("Eira"), full.mark))}, role="member")


def with_a_card_to_lead(full: Full) -> Ripe:
    """The same for whoever leads."""
    hers = with_a_card_of_hers(full)
    return Ripe(hers.parts, {"cards": [hers.parts["card"]]})


def sealed_still(full: Full) -> Ripe:
    seal_minutes(full.gathering.workspace, full.met.id, full.met.act("Mair"))
    return Ripe()


def missing_still(full: Full) -> Ripe:
    missing = Missing({"en": f"{full.mark} others"})
    return Ripe({"voice_id": str(missing_voices.name(full.gathering.workspace, full.gathering.act("Mair"), missing).id)})


def needed_by_her(full: Full) -> Ripe:
    """Eira comes to the session that is planned, and lets a need be seen."""
    workspace, account = full.gathering.workspace, full.gathering.accounts["Eira"]
    needs.tell(workspace, account, {"travel": "A lift"})
    with workspace.reading() as db:
        (need,) = own(db, full.session, account).needs
    needs.come(workspace, full.gathering.act("Eira"), full.session, [need.id])
    return Ripe({"need": str(need.id)})


def called_still(full: Full) -> Ripe:
    return Ripe({"session_id": str(full.other_session)})


def _at_a_decision(full: Full) -> Evening:
    evening = Evening(full.gathering).open_doors()
    evening.go_to(3, "decide")
    return evening


def _going_through(full: Full) -> Evening:
    evening = Evening(full.gathering).open_doors()
    evening.come("Eira")
    evening.go_to(7, "talk")
    return evening


def _close(full: Full, decision: UUID) -> None:
    decisions.close(full.gathering.workspace, full.gathering.act("Mair"), decision, "So")


RIPE: dict[str, Callable[[Full], Ripe]] = {
    f"POST {N}/cancellation": called_still,
    f"POST {N}/needs/{{need:uuid}}/arrangement": needed_by_her,
    f"DELETE {N}/needs/{{need:uuid}}/arrangement": needed_by_her,
    f"POST {G}/blocks/{{block:uuid}}/cards": coming_together,
    f"POST {G}/blocks/{{block:uuid}}/choices": choosing_now,
    f"DELETE {G}/blocks/{{block:uuid}}/choices": choosing_now,
    f"POST {G}/cards/{{card:uuid}}": with_a_card_of_hers,
    f"DELETE {G}/cards/{{card:uuid}}": with_a_card_of_hers,
    f"POST {G}/leave": with_a_card_of_hers,
    f"POST {E}/rounds": going_through_something,
    f"POST {E}/blocks/{{block:uuid}}/step": in_a_round,
    f"POST {G}/blocks/{{block:uuid}}/questions": in_a_round,
    f"POST {G}/blocks/{{block:uuid}}/senses": feeling_it_in_a_round,
    f"POST {E}/typing/{{block:uuid}}/choices": choosing_now,
    f"POST {E}/typing/{{block:uuid}}/options": chosen_on_paper,
    f"POST {E}/typing/{{block:uuid}}/votes": asked_on_paper,
    f"POST {E}/typing": met_without_a_network,
    f"POST {E}/question": deciding_now,
    f"POST {E}/question/closure": asked_in_the_room,
    f"POST {MT}/reopening": sealed_still,
    f"DELETE {G}/turns": with_a_card_of_hers,
    f"POST {E}/wall": with_a_card_to_lead,
    f"POST {E}/cards/{{card:uuid}}/setting-aside": with_a_card_to_lead,
    f"POST {E}/cards/{{card:uuid}}/taking-on": with_a_card_to_lead,
    f"POST {E}/moves": led_from_the_beginning,
    f"POST {E}/end": led_from_the_beginning,
    f"POST {E}/people/{{member:uuid}}/floor": asking_for_the_floor,
    f"POST {E}/voices": announced,
    f"POST {E}/cards/{{card:uuid}}/joining": beside_another_card,
    f"POST {P}/requests": by_a_stranger,
    f"DELETE {P}/requests": by_a_stranger,
    f"POST {P}/facilitators/answer": asked_to_facilitate,
    f"POST {V}/closure": missing_still,
    f"POST {D}/votes": open_to_votes,
    f"POST {D}/hands": asked_by_hands,
    f"POST {D}/objections": asking_for_consent,
    f"POST {C}/rounds": read_as_it_is,
    f"POST {R}/senses": at_the_sense_check,
    f"POST {D}/following": failed_by_consent,
    f"POST {D}/routes": wanted_by_one_group_alone,
    f"POST {D}/statements": wanted_by_one_group_alone,
    f"POST {D}/closure": open_still,
    f"POST {K}/difference": done_as_promised,
    f"POST {W}/verdict": appealed_against,
    f"POST {W}/answers": reported,
}

"""Who is not here: named, reached out to, told about, here or looked for no longer."""

from uuid import uuid4

import pytest

from aggregates.errors import NoLongerMissing
from aggregates.missing_voice import MissingVoice
from tests.given import BETI, EIRA, RHYS, act, both, happened, text


def named() -> MissingVoice:
    return MissingVoice.name(act(BETI), both(), text(), 340, both())


def test_several_reach_out_each_once_and_tell_what_came_of_it():
    voice = named()
    for member in (EIRA, RHYS, EIRA):
        voice.take_on(act(member))
    voice.tell(act(RHYS), uuid4(), text())
    voice.arrive(act(EIRA))
    assert (voice.takers, voice.state) == ([EIRA, RHYS], "here")
    assert happened(voice) == ["Named", "TakenOn", "TakenOn", "Told", "Here"]


def test_why_and_how_many_need_not_be_known():
    voice = MissingVoice.name(act(BETI), [text()], None, None, [])
    assert (voice.named_by, voice.state) == (BETI, "missing")
    assert happened(voice) == ["Named"]


@pytest.mark.parametrize("ending", ["here", "closed"])
def test_once_they_are_here_or_nobody_looks_any_more_there_is_nothing_left_to_do(ending):
    voice = named()
    voice.arrive(act(EIRA)) if ending == "here" else voice.close(act(BETI), text())
    assert voice.state == ending
    for verb in (
        lambda: voice.take_on(act(RHYS)),
        lambda: voice.tell(act(RHYS), uuid4(), text()),
        lambda: voice.arrive(act(RHYS)),
        lambda: voice.close(act(BETI), text()),
    ):
        with pytest.raises(NoLongerMissing):
            verb()
    assert happened(voice)[-1] == ending.capitalize()

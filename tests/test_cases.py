"""What is left out where not all cases are gone through."""

import pytest

from tests import cases


def test_what_one_thing_is_not_asked_another_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "IS_ALL", False)
    asked = [cases.some(range(17), number) for number in range(5)]
    assert sorted(case for few in asked for case in few) == list(range(17))
    assert max(map(len, asked)) == 4
    assert cases.examples(3, everything=30) == 3


def test_where_all_are_wanted_none_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "IS_ALL", True)
    assert list(cases.some(range(17), 4)) == list(range(17))
    assert cases.examples(3, everything=30) == 30

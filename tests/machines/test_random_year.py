"""Whatever a group does, in whatever order: read models that are rebuilt equal those that lived through it, and what is hidden is hidden."""

from contextlib import closing
from secrets import token_hex
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import histories
from tests.conftest import Made
from tests.gathering import CITIZENS, Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace.application import Workspace
from workspace.config import Settings

from .year import DEEDS, PEOPLE, Year

Deed = tuple[str, str, int]
CHARTERS: dict[str, dict[str, Any] | None] = {"none": None, "vote": {}, "consent first": {"consent_first": True}}


@pytest.mark.parametrize("charter", CHARTERS)
@histories(4, everything=30)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.integers(0, 30)), min_size=100, max_size=200))
def test_rebuilt_equals_live_after_a_random_year(server: str, template: str, charter: str, deeds: list[Deed]) -> None:
    with Made(server, f"pleth_year_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        year = Year(Gathering(workspace))
        for number, who in enumerate(CITIZENS):
            year.do("post", who, number)
        if (terms := CHARTERS[charter]) is not None:
            year.gathering.adopt_charter(**terms)
        for number, (deed, who, about) in enumerate(deeds):
            year.do(deed, who, about)
            if number % 17 == 0:
                assert bring_to_head(workspace) == []
        assert bring_to_head(workspace) == []
        found = check(workspace)
        assert found.identical == found.read_models, found.differing

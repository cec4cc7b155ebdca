"""The drawing of a count: one mark is one person, the line stands after as many as were needed, and the words say it all without the drawing."""

import re

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from aggregates.counting import Rule
from tests.aggregates.counting.ballots import HALF, counted, marks
from web.explanations import Chart, Marks, count_charts
from web.explanations.drawing import drawing
from web.templating import TEMPLATES
from workspace.languages import translator

NAMES = {"citizen": "Families & friends", "professional": "Care team"}
OUTCOME = counted(Rule("dual", quorum=HALF), marks(11, 1, 1, 3), marks(6, 2, 1, 2)).to_dict()
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def drawn(chart: Chart) -> str:
    source = '{% from "shared/_count_chart.html" import count_chart %}{{ count_chart(chart) }}'
    return ENVIRONMENT.from_string(source).render(chart=chart)


def test_one_mark_is_one_person() -> None:
    citizens, professionals = (drawn(chart) for chart in count_charts(translator("en"), NAMES, OUTCOME))
    assert (citizens.count('<circle class="u for"'), citizens.count('<circle class="u"'), citizens.count('<circle class="u away"')) == (11, 2, 3)
    assert (professionals.count('<rect class="u for"'), professionals.count('<rect class="u"'), professionals.count('<rect class="u away"')) == (6, 3, 2)
    assert (professionals.count("h7"), professionals.count("l7 7m0-7l-7 7")) == (1, 2)  # a dash abstained, a cross is against


def test_the_line_stands_after_as_many_as_were_needed() -> None:
    chart = count_charts(translator("en"), NAMES, OUTCOME)[0]
    line = chart.drawing.line
    assert line is not None
    assert sum(mark.x < line.x for mark in chart.drawing.marks) == 7
    assert '<path class="needed" d="M172 24v34"/><text x="172" y="15" text-anchor="middle">needed 7</text>' in drawn(chart)


def test_the_words_say_it_all_without_the_drawing() -> None:
    text = drawn(count_charts(translator("en"), NAMES, OUTCOME)[0])
    alt = "Families &amp; friends: 11 for, 1 against, 1 abstained, 3 did not vote. Needed 7, got 11."
    assert f'role="img" aria-label="{alt}"' in text
    assert "<b>Families &amp; friends</b></span> <span>Needed 7, got 11</span>" in text


@pytest.mark.parametrize("outcome", [counted(Rule("majority"), "++", "-"), counted(Rule("dual", quorum=HALF), "+..", "++")])
def test_there_is_no_line_where_a_group_had_no_number_of_its_own_to_reach(outcome: object) -> None:
    for chart in count_charts(translator("en"), NAMES, outcome.to_dict()):  # type: ignore[attr-defined]
        assert chart.drawing.line is None
        assert "needed" not in drawn(chart).lower()


@pytest.mark.parametrize("people", [1, 15, 16, 17, 32, 40, 41, 199, 200])
def test_marks_never_lie_upon_each_other_or_outside(people: int) -> None:
    for needed in {1, people // 2 + 1, people}:
        found = drawing([("yes", people)], needed)
        places = [(mark.x, mark.y) for mark in found.marks]
        assert len(set(places)) == people
        assert all(9 <= x <= found.width - 7 and 9 <= y <= found.height - 9 for x, y in places)
        assert found.line is not None
        before = [place for place in places if place[1] < found.line.y or (place[1] == found.line.y and place[0] < found.line.x)]
        assert len(before) == needed
        assert all(abs(x - found.line.x) >= 12 for x, y in places if y == found.line.y)
        assert found.line.y - 40 >= max((y for _, y in places if y < found.line.y), default=0)  # room for the label


def test_more_than_two_hundred_people_are_a_bar() -> None:
    chart = Chart("citizen", "Families", Marks(yes=150, abstain=1, no=60, absent=90), 106, "", "needed 106", "")
    found = chart.drawing
    assert found.is_bar
    assert [mark.kind for mark in found.marks] == ["yes", "abstain", "no", "absent"]
    assert sum(mark.width for mark in found.marks) == 388
    assert found.line is not None
    assert found.line.x == 4 + 388 * 106 // 301
    assert len(re.findall("<rect", drawn(chart))) == 4
    assert "<circle" not in drawn(chart)


def test_nobody_at_all_is_an_empty_drawing() -> None:
    assert drawn(Chart("citizen", "Families", Marks(), None, "", "", "")).count("<circle") == 0

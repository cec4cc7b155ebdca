"""Consent can be read in both languages, before and after, also where a group is small."""

import re

from hypothesis import given

from aggregates.counting import Rule
from projections.decisions.withholding import told
from tests.aggregates.counting.ballots import HALF
from tests.aggregates.counting.test_consent import CONSENT, answers, counted, rules
from tests.web.test_explanations import NAMES, everything
from web import explanations
from workspace.languages import LANGUAGES, translator

EN, EN_NAMES = translator("en"), NAMES["en"]


@given(rules, answers(), answers())
def test_every_outcome_is_told_in_both_languages_with_the_same_numbers(rule: Rule, citizens: str, professionals: str) -> None:
    outcome = counted(rule, citizens, professionals).to_dict()
    for shown in (outcome, told(outcome)):
        welsh, english = (list(everything(language, rule.to_dict(), shown)) for language in LANGUAGES)
        for one, other in zip(welsh, english, strict=True):
            assert sorted(re.findall(r"\d+", one)) == sorted(re.findall(r"\d+", other)), (one, other)
            assert not re.search(r"[{}]|None|citizen|professional|  ", one + other), (one, other)
            for before in re.findall(r"(\S*)\s*(?:Teuluoedd|Tîm gofal)", one):
                assert before == "" or before[-1] in ":;.,", one


def test_the_rule_and_an_example() -> None:
    rule = Rule("consent", quorum=HALF).to_dict()
    assert explanations.rule_sentence(EN, rule, EN_NAMES) == (
        "By consent: it is agreed if no objection is still open when it closes. In each group at least half of the members must take part."
    )
    assert explanations.rule_sentence(translator("cy"), Rule("consent").to_dict(), NAMES["cy"]) == (
        "Drwy gydsyniad: mae cytundeb os nad oes gwrthwynebiad yn dal ar agor wrth gau. Ym mhob grŵp rhaid i rywun ateb."
    )
    uneven = Rule("consent", quorum={"citizen": (1, 2), "professional": (0, 1)}).to_dict()
    assert explanations.rule_sentence(EN, uneven, EN_NAMES).endswith("it closes. Families: at least half of the members must take part.")


def test_the_count_step_by_step_and_what_would_have_changed_it() -> None:
    outcome = counted(CONSENT, "++cx-0.", "+-.").to_dict()
    assert explanations.result_sentence(EN, EN_NAMES, outcome) == "Not agreed: 2 objections were still open."
    assert explanations.steps(EN, EN_NAMES, outcome)[3:] == [
        "Families. Consented: 2. With a concern: 1. Stood aside: 1. Objected: 2. Still open: 1.",
        "Care team. Consented: 1. With a concern: 0. Stood aside: 0. Objected: 1. Still open: 1.",
        "An objection was still open, so it is not agreed.",
    ]
    way = explanations.other_way(EN, EN_NAMES, outcome)
    assert way is not None
    assert way.ways == [["Families: 1 of the open objections had been closed.", "Care team: 1 of the open objections had been closed."]]


def test_of_a_small_group_only_objections_are_told() -> None:
    shown = told(counted(CONSENT, "++cx-0.", "+-.").to_dict())
    assert shown["withheld"] == ["professional"]
    assert (shown["tally"]["professional"]["consents"], shown["tally"]["professional"]["concerns"], shown["tally"]["professional"]["asides"]) == (None,) * 3
    assert (shown["tally"]["professional"]["open"], shown["tally"]["citizen"]["concerns"]) == (1, 1)
    assert "Care team. Objected: 1. Still open: 1." in explanations.steps(EN, EN_NAMES, shown)
    assert [chart.side for chart in explanations.count_charts(EN, EN_NAMES, shown)] == ["citizen"]
    assert explanations.other_way(EN, EN_NAMES, shown) is None

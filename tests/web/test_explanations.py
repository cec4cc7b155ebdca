"""Every rule and every outcome can be read in both languages, with the right numbers and no gap."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting import FOUNDING, Rule, count
from aggregates.counting.examples import worked_example
from aggregates.counting.indices import shares
from aggregates.counting.power import power
from projections.decisions.withholding import told
from tests.aggregates.counting.ballots import HALF, counted, marks
from tests.aggregates.counting.strategies import rules, sides
from web import explanations
from web.decision_pages import result_told
from workspace.languages import LANGUAGES, Translator, translator

NAMES = {
    "cy": {"citizen": "Teuluoedd", "professional": "Tîm gofal"},
    "en": {"citizen": "Families", "professional": "Care team"},
}
SIZES = {"citizen": 16, "professional": 11}
DUAL = Rule("dual", quorum=HALF)


class Strict(Translator):
    """Fails on a sentence that the catalogue does not have."""

    def __call__(self, message: str, /, **values: object) -> str:
        assert self.language == "en" or message in self.messages, message
        return super().__call__(message, **values)

    def form_of(self, one: str, many: str, count: int) -> str:
        assert self.language == "en" or one in self.plurals, one
        return super().form_of(one, many, count)


STRICT = {language: Strict(language) for language in LANGUAGES}


def everything(language: str, rule: dict[str, Any], outcome: dict[str, Any]) -> Iterator[str]:
    t, names = STRICT[language], NAMES[language]
    yield explanations.rule_sentence(t, rule, names)
    yield from explanations.small_print(t, rule)
    yield explanations.who_may_vote(t, names, SIZES)
    yield explanations.example(t, names, worked_example(rule, SIZES))
    yield explanations.power_sentence(t, names, rule, power(rule, SIZES))
    yield from explanations.shares_steps(t)
    yield from (part for label, cells in explanations.shares_table(t, names, shares(rule, SIZES)).rows for part in (label, *cells))
    yield explanations.result_word(t, outcome["result"])
    yield explanations.result_sentence(t, names, outcome)
    yield from explanations.steps(t, names, outcome)
    table = explanations.table(t, names, outcome)
    yield from table.heads
    for label, cells in table.rows:
        yield label
        yield from cells
        assert len(cells) == len(table.heads)
    way = explanations.other_way(t, names, outcome)
    if way:
        yield way.heading
        yield from (line for lines in way.ways for line in lines)
        yield from way.alone
    rolls = {side: outcome["tally"][side]["roll"] for side in SIZES}
    present = {side: outcome["tally"][side]["present"] for side in SIZES}
    for chart in (*explanations.count_charts(t, names, outcome), *explanations.turnout(t, names, rule, rolls, present).charts):
        yield from (chart.caption, chart.alt)


@given(rules, sides(), sides())
def test_every_outcome_of_every_rule_is_told_in_both_languages_without_a_gap(rule: Rule, citizens: str, professionals: str) -> None:
    outcome = counted(rule, citizens, professionals).to_dict()
    for language in LANGUAGES:
        for sentence in everything(language, rule.to_dict(), outcome):
            assert sentence.strip() == sentence != ""
            assert not re.search(r"[{}]|None|citizen|professional|  ", sentence), sentence


@given(rules, sides(6), sides(6))
def test_what_is_told_of_small_groups_has_no_gap_either_and_says_why(rule: Rule, citizens: str, professionals: str) -> None:
    outcome = told(counted(rule, citizens, professionals).to_dict())
    for language in LANGUAGES:
        found = result_told(STRICT[language], NAMES[language], outcome)
        for sentence in (found.word, found.sentence, *found.steps, *([found.kept_back] if outcome["withheld"] else [])):
            assert sentence.strip() == sentence != ""
            assert not re.search(r"[{}]|None|citizen|professional|  ", sentence), sentence


def test_why_numbers_are_kept_back_and_what_a_pair_knows_all_the_same() -> None:
    def said(rule: Rule, citizens: str, professionals: str) -> str:
        return result_told(EN, EN_NAMES, told(counted(rule, citizens, professionals).to_dict())).kept_back

    assert said(DUAL, "+++++", "+++++") == ""
    assert said(DUAL, "+++++", "+++-").startswith("Fewer than five people were on the list: Care team.")
    whole = said(Rule("majority"), "+++++", "+-")
    assert "Fewer than five people were on the list: Care team." in whole
    assert "they would give the others away: Families." in whole
    assert "In a group of two" in whole
    assert "In a group of two" not in said(DUAL, "+++++", "++-")


@given(rules, sides(8, 1), sides(8, 1))
def test_welsh_and_english_tell_the_same_numbers(rule: Rule, citizens: str, professionals: str) -> None:
    outcome = counted(rule, citizens, professionals).to_dict()
    welsh, english = (list(everything(language, rule.to_dict(), outcome)) for language in ("cy", "en"))
    for one, other in zip(welsh, english, strict=True):
        assert sorted(re.findall(r"\d+", one)) == sorted(re.findall(r"\d+", other)), (one, other)


@given(rules, sides(), sides())
def test_in_welsh_the_names_of_the_groups_stand_where_no_word_mutates_them(rule: Rule, citizens: str, professionals: str) -> None:
    outcome = counted(rule, citizens, professionals).to_dict()
    for sentence in everything("cy", rule.to_dict(), outcome):
        for before in re.findall(r"(\S*)\s*(?:Teuluoedd|Tîm gofal)", sentence):
            assert before == "" or before[-1] in ":;.,", sentence


@pytest.mark.parametrize(
    ("rule", "welsh", "english"),
    [
        (
            DUAL,
            "Rhaid i’r ddau grŵp gytuno: ym mhob grŵp rhaid i fwy fod o blaid nag yn erbyn, a hefyd rhaid i o leiaf hanner yr aelodau gymryd rhan.",
            "Both groups must agree: in each group more must be for than against, and at least half of the members must take part.",
        ),
        (
            FOUNDING,
            "Rhaid i’r ddau grŵp gytuno: ym mhob grŵp mae angen mwy na hanner o blaid, gan gyfri pawb ar y rhestr. "
            "Ym mhob grŵp mae angen o leiaf 2 berson ar y rhestr.",
            "Both groups must agree: in each group more than half of those on the list must be for. Each group needs at least 2 people on the list.",
        ),
        (
            Rule("majority"),
            "Mae’r ddau grŵp yn cael eu cyfri gyda’i gilydd: rhaid i fwy fod o blaid nag yn erbyn.",
            "Both groups are counted together: more must be for than against.",
        ),
        (
            Rule("qualified", (4, 6), False, "present", {"citizen": (2, 6), "professional": (1, 3)}),
            "Mae’r ddau grŵp yn cael eu cyfri gyda’i gilydd: mae angen o leiaf dwy ran o dair o blaid, gan gyfri pawb sy’n cymryd rhan. "
            "Ym mhob grŵp rhaid i o leiaf traean yr aelodau gymryd rhan.",
            "Both groups are counted together: at least two thirds of those who take part must be for. "
            "In each group at least a third of the members must take part.",
        ),
        (
            Rule("qualified", (2, 5), False, "eligible", {"citizen": (3, 5), "professional": (0, 1)}),
            "Mae’r ddau grŵp yn cael eu cyfri gyda’i gilydd: mae angen o leiaf 2 o bob 5 o blaid, gan gyfri pawb ar y rhestr, gyda mwy o blaid nag yn erbyn. "
            "Teuluoedd: rhaid i o leiaf 3 o bob 5 o’r aelodau gymryd rhan.",
            "Both groups are counted together: at least 2 in every 5 of those on the list must be for, with more for than against. "
            "Families: at least 3 in every 5 of the members must take part.",
        ),
        (
            Rule("dual", (1, 2), False),
            "Rhaid i’r ddau grŵp gytuno: ym mhob grŵp rhaid i fwy fod o blaid nag yn erbyn.",
            "Both groups must agree: in each group more must be for than against.",
        ),
    ],
)
def test_the_rule_in_one_sentence(rule: Rule, welsh: str, english: str) -> None:
    said = [explanations.rule_sentence(translator(language), rule.to_dict(), NAMES[language]) for language in LANGUAGES]
    assert said == [welsh, english]


@pytest.mark.parametrize(
    ("rule", "citizens", "professionals", "welsh", "english"),
    [
        (DUAL, "++", "++", "Cytunodd y ddau grŵp.", "Both groups agreed."),
        (
            DUAL,
            "++",
            "+-",
            "Dim ond un grŵp gytunodd: Teuluoedd. Mae angen y ddau, felly ni chytunwyd.",
            "Only one group agreed: Families. Both are needed, so it is not agreed.",
        ),
        (
            DUAL,
            "--",
            "+-",
            "Ni chytunwyd: chyrhaeddodd y naill grŵp na’r llall mo’r nifer oedd ei angen.",
            "Not agreed: neither group reached the number that it needed.",
        ),
        (
            DUAL,
            "++",
            "+..",
            "Dim penderfyniad: rhy ychydig o bobl gymerodd ran. Grŵp: Tîm gofal.",
            "No decision: too few people took part. Care team.",
        ),
        (
            FOUNDING,
            "+",
            "++",
            "Annilys: dim digon o bobl ar y rhestr. Grŵp: Teuluoedd.",
            "Not valid: too few people on the list. Families.",
        ),
        (Rule("majority"), "++", "-", "Cytunwyd: 2 o blaid, 1 yn erbyn, ac angen 2.", "Agreed: 2 for and 1 against, with 2 needed."),
        (Rule("majority"), "+", "-", "Ni chytunwyd: 1 o blaid, 1 yn erbyn, ac angen 2.", "Not agreed: 1 for and 1 against, with 2 needed."),
    ],
)
def test_the_result_in_one_sentence(rule: Rule, citizens: str, professionals: str, welsh: str, english: str) -> None:
    outcome = counted(rule, citizens, professionals).to_dict()
    said = [explanations.result_sentence(translator(language), NAMES[language], outcome) for language in LANGUAGES]
    assert said == [welsh, english]


AGREED = counted(DUAL, marks(11, 1, 1, 3), marks(6, 2, 1, 2)).to_dict()
EN, EN_NAMES = translator("en"), NAMES["en"]


def test_the_count_step_by_step() -> None:
    assert explanations.steps(EN, EN_NAMES, AGREED) == [
        "27 people could vote: Families, 16; Care team, 11. The list was fixed when the vote opened.",
        "Families: at least 8 had to take part. 13 did, so it counts.",
        "Care team: at least 6 had to take part. 9 did, so it counts.",
        "Families: 12 voted for or against, so at least 7 had to be for. For: 11.",
        "Care team: 8 voted for or against, so at least 5 had to be for. For: 6.",
        "Each group reached its own number, so it is agreed. Neither could have outvoted the other.",
    ]


def test_needed_and_got_by_group() -> None:
    table = explanations.table(EN, EN_NAMES, AGREED)
    assert table.heads == ["Families", "Care team"]
    assert [(label, list(cells)) for label, cells in table.rows] == [
        ("On the list", ["16", "11"]),
        ("Voted for", ["11", "6"]),
        ("Voted against", ["1", "2"]),
        ("Abstained", ["1", "1"]),
        ("Did not vote", ["3", "2"]),
        ("Needed to take part", ["8", "6"]),
        ("Took part", ["13", "9"]),
        ("Needed, of those for or against", ["7 of 12", "5 of 8"]),
        ("Got", ["11", "6"]),
    ]


def test_counted_together_there_is_a_column_for_everybody() -> None:
    table = explanations.table(EN, EN_NAMES, counted(Rule("majority"), "++", "-").to_dict())
    assert table.heads == ["Families", "Care team", "Everybody together"]
    assert list(table.rows[-1][1]) == ["–", "–", "2"]


def test_what_would_have_made_it_go_the_other_way_begins_with_the_fewest_people() -> None:
    way = explanations.other_way(EN, EN_NAMES, AGREED)
    assert way == explanations.OtherWay(
        "It would have gone the other way if…",
        [
            ["Care team: 2 of those who were for had voted against. Then: 4 for, 4 against, 5 needed. A tie is not enough."],
            ["Families: 5 of those who were for had voted against. Then: 6 for, 6 against, 7 needed. A tie is not enough."],
        ],
        [],
    )


def test_what_would_have_been_enough_where_neither_group_agreed() -> None:
    way = explanations.other_way(EN, EN_NAMES, counted(DUAL, "++---", "00.").to_dict())
    assert way
    assert way.ways == [
        [
            "Families: 1 of those who were against had voted for.",
            "Care team: 1 of those who abstained had voted for. Families then: 3 for, 2 against, 3 needed. Care team then: 1 for, 0 against, 1 needed.",
        ]
    ]


def test_counted_together_it_is_said_what_each_group_could_have_done_alone() -> None:
    way = explanations.other_way(EN, EN_NAMES, counted(Rule("majority"), marks(9), marks(2)).to_dict())
    assert way
    assert way.ways == [["Everybody together: 6 of those who were for had voted against. Then: 5 for, 6 against, 6 needed."]]
    assert way.alone == [
        "Families: in this group alone it would have taken 6.",
        "Care team: this group could not have changed it alone.",
    ]


def test_no_vote_could_have_changed_what_was_not_valid() -> None:
    assert explanations.other_way(EN, EN_NAMES, counted(FOUNDING, "+", "++").to_dict()) is None


def test_the_worked_example() -> None:
    said = explanations.example(EN, EN_NAMES, worked_example(DUAL.to_dict(), SIZES))
    assert said == (
        "Families: 9 for, 2 against. Care team: 4 for, 4 against. Care team: needed 5, got 4. "
        "Only one group agreed: Families. Both are needed, so it is not agreed."
    )


def test_the_power_of_each_group_in_numbers() -> None:
    table = explanations.shares_table(EN, EN_NAMES, shares({"method": "dual"}, {"citizen": 40, "professional": 8}))
    assert table.heads == ["Families", "Care team"]
    assert table.rows == [
        ("On the list", ["40", "8"]),
        ("Share of the list", ["83%", "17%"]),
        ("Power, one after another", ["40%", "60%"]),
        ("Power, every way of voting", ["66%", "34%"]),
        ("One after another, against the share of the list", ["0.5", "3.6"]),
        ("Every way of voting, against the share of the list", ["0.8", "2.1"]),
    ]
    (_, hardly) = explanations.shares_table(EN, EN_NAMES, shares({"method": "majority"}, {"citizen": 400, "professional": 1})).rows[1]
    assert hardly == ["100%", "<1%"]


def test_what_the_rule_does_to_the_power_of_each_group() -> None:
    said = [
        explanations.power_sentence(EN, EN_NAMES, rule.to_dict(), power(rule.to_dict(), SIZES))
        for rule in (DUAL, Rule("majority"), Rule("majority", quorum=HALF))
    ]
    assert said == [
        "Neither group can outvote the other; so many against are enough to stop something that everybody else is for: Families, 8; Care team, 6.",
        "Families: this group could decide alone. Care team: this group could not stop it, even with everybody in it against.",
        "Families: this group could outvote the other. Care team: this group could stop it only by staying away; so many are enough: 6.",
    ]


@pytest.mark.parametrize(("people", "noun"), [(0, "o bobl"), (1, "person"), (2, "berson"), (3, "pherson"), (4, "o bobl"), (6, "pherson"), (12, "o bobl")])
def test_people_are_counted_as_in_welsh(people: int, noun: str) -> None:
    roll = {str(number): "citizen" for number in range(people)}
    first = explanations.steps(translator("cy"), NAMES["cy"], count(Rule("majority"), roll, {}).to_dict())[0]
    assert first.startswith(f"Roedd {people} {noun} yn cael pleidleisio: Teuluoedd, {people}; Tîm gofal, 0.")


@pytest.mark.parametrize(("votes", "noun"), [(1, "bleidlais"), (2, "bleidlais"), (3, "pleidlais"), (5, "o bleidleisiau"), (6, "phleidlais")])
def test_votes_are_counted_as_in_welsh(votes: int, noun: str) -> None:
    outcome = count(Rule("majority"), {"a": "citizen", "b": "professional"}, {f"not {number}": "yes" for number in range(votes)}).to_dict()
    assert explanations.steps(translator("cy"), NAMES["cy"], outcome)[1].startswith(f"Doedd {votes} {noun} ddim o’r rhestr")


@given(st.sampled_from(LANGUAGES), st.integers(0, 20), st.integers(0, 20))
def test_the_turnout_says_how_many_and_never_how(language: str, roll: int, present: int) -> None:
    present = min(roll, present)
    rolls = {"citizen": roll, "professional": 3}
    turnout = explanations.turnout(STRICT[language], NAMES[language], DUAL.to_dict(), rolls, {"citizen": present, "professional": 2})
    assert turnout.charts[0].marks == explanations.Marks(yes=present, absent=roll - present)
    enough = {"cy": "mae digon", "en": "that is enough"}[language]
    assert (enough in turnout.charts[0].caption) is (roll > 0 and 2 * present >= roll)
    assert enough in turnout.charts[1].caption

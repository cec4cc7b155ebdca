"""How people took part is told only where nobody's own way follows from it: shown by going through every small group there can be."""

from collections import defaultdict
from itertools import product

from aggregates.counting.few import FEW, ways_told

WAYS = ("paper", "phone", "session", "web")
MOST = 13


def test_each_way_with_enough_people_is_told() -> None:
    assert ways_told({"web": 12, "session": 6, "paper": 0}) == {"web": 12, "session": 6}
    assert ways_told({"web": 7}) == {"web": 7}
    assert ways_told({}) == {}


def test_where_one_way_is_of_few_it_is_told_who_did_it_by_themselves() -> None:
    assert ways_told({"web": 9, "session": 3, "paper": 5, "written": 2}) == {"alone": 12, "otherwise": 7}
    assert ways_told({"web": 9, "session": 3}) == {"alone": 12}


def test_where_that_is_few_too_nothing_is_told() -> None:
    assert ways_told({"web": 12, "paper": 4}) == {}
    assert ways_told({"paper": 3}) == {}


def test_nobodys_own_way_follows_from_what_is_told_and_how_many_they_were() -> None:
    """Whoever knows the rule and the total knows which groups there could have been: of a way of one to four people there is another with another number."""
    could_be = defaultdict(list)
    for people in product(range(MOST), repeat=len(WAYS)):
        ways = dict(zip(WAYS, people, strict=True))
        could_be[sum(people), tuple(ways_told(ways).items())].append(people)
    for (total, told), groups in could_be.items():
        for way in range(len(WAYS)):
            numbers = {people[way] for people in groups}
            assert len(numbers) > 1 or not 0 < min(numbers) < FEW or total < FEW, (told, groups)

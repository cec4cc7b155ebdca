"""A rule and its outcome in sentences, for people who never met a quorum.

Rule and outcome come as they are recorded (dicts); `names` are the group's own words for its sides, {"citizen": ..., "professional": ...}, in the
reader's language. In every sentence they stand at the beginning or after a colon, where Welsh leaves a word as it is.
"""

from .charts import Chart, Marks, Turnout, count_charts, turnout
from .clauses import Clause, bases, clauses, kinds, rights, rule_facts
from .results import result_sentence, result_word, steps, table
from .rules import example, power_sentence, rule_sentence, small_print, who_may_vote
from .shares import shares_steps, shares_table
from .ways import OtherWay, other_way
from .wording import Table

__all__ = [
    "Chart",
    "Clause",
    "Marks",
    "OtherWay",
    "Table",
    "Turnout",
    "bases",
    "clauses",
    "count_charts",
    "example",
    "kinds",
    "other_way",
    "power_sentence",
    "result_sentence",
    "result_word",
    "rights",
    "rule_facts",
    "rule_sentence",
    "shares_steps",
    "shares_table",
    "small_print",
    "steps",
    "table",
    "turnout",
    "who_may_vote",
]

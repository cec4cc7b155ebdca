"""An hour around a kitchen table."""

from .base import Ready, block, both

KITCHEN_TABLE = Ready(
    "kitchen table",
    both("Awr o gwmpas bwrdd y gegin", "An hour at the kitchen table"),
    both("Tri i wyth o bobl sy’n adnabod ei gilydd, neu a fydd cyn hir.", "Three to eight people who know each other, or soon will."),
    (
        block("welcome", 10, both("Paned, a sut mae pawb", "Tea, and how everybody is")),
        block(
            "matters",
            20,
            both("Beth sy’n bwysig i ni", "What matters to us"),
            both("Beth hoffech chi i ni ei ddeall?", "What would you like us to understand?"),
            both("Gwrando, nid datrys. Un person yn ysgrifennu.", "Listening, not solving. One person writes."),
        ),
        block(
            "discuss",
            20,
            both("Un peth i’w wneud yn wahanol", "One thing to do differently"),
            both("Pa un peth bach allen ni ei wneud yn wahanol erbyn y tro nesaf?", "What one small thing could we do differently by next time?"),
        ),
        block("temperature", 5, both("Sut mae hynny’n teimlo?", "How does that feel?"), both("Sut mae hynny’n teimlo i chi?", "How does that feel to you?")),
        block("free", 5, both("Pwy sy’n gwneud beth, a diolch", "Who does what, and thanks")),
    ),
)

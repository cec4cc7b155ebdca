"""How many statements a page sends to the database."""

from tests.counting import statements

from .browsing import Reader


def statements_of(reader: Reader, path: str) -> int:
    """Of the second time that the page is opened; what the projector sends beside is not counted."""
    assert reader.open(path).status_code == 200
    with statements("web") as sent:
        reader.open(path)
    return len(sent)

import pytest

from aggregates.errors import ThemeIsClosed
from aggregates.theme import Theme
from tests.given import BETI, EIRA, PROJECT, act, both, happened, text


def test_a_theme_is_named_in_one_language_or_both() -> None:
    theme, name = Theme.name(act(EIRA), [text()]), both()
    theme.rename(act(BETI), name)
    assert (theme.project, theme.author, theme.called) == (PROJECT, EIRA, name)
    assert happened(theme) == ["Named", "Renamed"]


def test_a_theme_is_closed_once_and_then_nothing_is_put_under_it() -> None:
    theme = Theme.name(act(EIRA), both())
    theme.must_be_open()
    theme.close(act(EIRA))
    theme.close(act(EIRA))
    for verb in (theme.must_be_open, lambda: theme.rename(act(EIRA), both())):
        with pytest.raises(ThemeIsClosed):
            verb()
    assert happened(theme) == ["Named", "Closed"]

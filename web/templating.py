"""What every template can use: one environment per language, made once, with the language's sentences already in it."""

from collections.abc import Mapping, MutableMapping
from datetime import date, datetime
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from workspace.languages import LANGUAGES, Translator, in_language, translator

from .differences import difference
from .folding import Folding
from .languages import to
from .lean import Lean, as_markup, joined, lean, shown
from .page import Page
from .static_files import asset

TEMPLATES = Path(__file__).parent / "templates"


class Templates(Environment):
    """Jinja looks every global name up in a chain of dicts and copies it for each included template; ours are the same for all, so one dict will do."""

    code_generator_class = Lean
    shown, joined, lean = staticmethod(shown), staticmethod(joined), staticmethod(lean)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals

    def _generate(self, source: nodes.Template, *rest: Any, **how: Any) -> str:
        return super()._generate(Folding(self.globals).visit(source), *rest, **how)


@cache
def environment(language: str) -> Environment:
    t = translator(language)
    env = Templates(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.globals.update(_spoken(t) | PARTS)
    env.filters["lines"] = lines
    return env


def compile_for_rooms() -> None:
    """What hundreds of phones ask for in the same second, compiled before the first of them does: half a second of work, that each of them would
    begin anew."""
    for language in LANGUAGES:
        env = environment(language)
        for name in env.list_templates(filter_func=lambda name: name.startswith(("here/", "shared/")) or name.endswith("/_parts.html")):
            env.get_template(name)


def _spoken(t: Translator) -> dict[str, Any]:
    """What a language brings with it."""
    return {
        "_": partial(_sentence, t, {}),
        "n_": partial(_plural, t),
        "p_": partial(_short, t),
        "to": partial(to, language=t.language),
        "when": partial(when, t),
        "minutes_of": partial(minutes_of, t),
        "in_language": partial(_in_language, t.language),
        "lang": t.language,
        "other": "en" if t.language == "cy" else "cy",
        **{name: getattr(t, name) for name in ("date", "day", "time", "moment", "joined", "number", "and_before")},
    }


@cache
def icon(name: str) -> Markup:
    """A line icon from the sprite; always beside words, so hidden from screen readers."""
    return Markup('<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#{}"/></svg>').format(asset("icons.svg"), name)


@pass_context
def form_start(context: Context, action: str, *, method: str = "post", draft: bool = True, **extra: object) -> Markup:
    """`<form>` with its hidden fields, sent to the neutral path `action`. `method="delete"` for taking something back. Other words become
    attributes (class_, id, hx_target -> hx-target). End it with `form_end()`, or with `</form>` where there is nothing to write in it. `draft`: what is
    typed may be kept in this browser until it is sent. Call it in a page or an included template, never in an imported macro."""
    page: Page = context["page"]
    page.form = action + (("&" if "?" in action else "?") + "_method=delete" if method == "delete" else "")
    goal = escape(to(page.form, page.language))
    kept = f' data-form="{escape(action)}"' if draft else ""
    return Markup(f'<form method="post" action="{goal}"{kept}{attributes(extra)}>') + page.hidden()


@pass_context
def form_end(context: Context) -> Markup:
    """`</form>` where there was something to write. With JavaScript the link to the other language keeps it; without, this button sends the form to the
    same address there, to be shown again and nothing else."""
    page: Page = context["page"]
    goal, said = escape(to(page.form, page.other)), escape(translator(page.other)("In English, keeping what I wrote"))
    button = f'<button class="button quiet" name="again" value="1" formaction="{goal}" formnovalidate lang="{page.other}">{said}</button>'
    return Markup(f"<noscript><p>{button}</p></noscript></form>")


def attributes(values: Mapping[str, object]) -> Markup:
    """`hx_target="#x"` as ` hx-target="#x"`; True is an attribute without a value, None and False none at all."""
    said = ((name.rstrip("_").replace("_", "-"), value) for name, value in values.items() if value is not None and value is not False)
    return Markup("".join(f" {escape(name)}" if value is True else f' {escape(name)}="{escape(value)}"' for name, value in said))


@pass_context
def live_part(context: Context, id: str, *names: str, also: str = "") -> Markup:
    """Attributes of a part that is fetched again by itself when one of these read models has changed. The page sets `live` for it:
    {% set live = true %} ... <div {{ live_part("ideas", "board") }}>. Keep forms with open text outside it. `also`: when else,
    for what no read model says."""
    page: Page = context["page"]
    events = ", ".join([*(f"sse:{name}" for name in names), *([also] if also else [])])
    said = {"id": id, "hx_get": page.here, "hx_trigger": events, "hx_select": f"#{id}", "hx_target": f"#{id}", "hx_swap": "outerHTML"}
    return attributes(said)


def in_both(template: str, macro: str, *values: Any) -> list[tuple[str, Markup]]:
    """What a macro that needs no page says in each language, for what everybody in a room reads at once."""
    return [(language, getattr(environment(language).get_template(template).module, macro)(*values)) for language in LANGUAGES]


def phone_link(number: str) -> Markup:
    called = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return Markup(f'<a href="tel:{called}">{escape(number)}</a>')


def minutes_of(t: Translator, count: int) -> Markup:
    """How long an ask takes, with the number large."""
    n_ = partial(_plural, t)
    return n_("{count} minute", "{count} minutes", count, count=Markup("<b>{}</b>").format(count))


@lru_cache(maxsize=2000)
def when(t: Translator, value: date, how: str = "moment", **extra: Any) -> Markup:
    """A time that people and machines can read: how = moment, date, day or time."""
    machine = value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    return Markup(f'<time datetime="{machine}">{escape(getattr(t, how)(value, **extra))}</time>')


def lines(text: str) -> Markup:
    """Paragraphs and line breaks as they were written."""
    blocks = (block.replace("\n", "<br>") for block in shown(text).split("\n\n") if block.strip())
    return as_markup("".join([f"<p>{block}</p>" for block in blocks]))


def _sentence(t: Translator, known: dict[str, Markup], message: str, /, **values: object) -> Markup:
    """A sentence of ours, escaped once and kept; values are escaped unless they are Markup."""
    said = known.get(message)
    if said is None:
        said = known[message] = escape(t(message))
    return _filled(t, said, values) if values else said


def _plural(t: Translator, one: str, many: str, count: int, /, **values: object) -> Markup:
    return _filled(t, escape(t.form_of(one, many, count)), {"count": count, **values}) if values else _counted(t, one, many, count)


@lru_cache(maxsize=2000)
def _counted(t: Translator, one: str, many: str, count: int) -> Markup:
    return _filled(t, escape(t.form_of(one, many, count)), {"count": count})


def _short(t: Translator, context: str, message: str, /, **values: object) -> Markup:
    said = escape(t.p(context, message))
    return _filled(t, said, values) if values else said


def _filled(t: Translator, sentence: Markup, values: Mapping[str, object]) -> Markup:
    """Values are escaped here, once: Markup.format_map does the same in Python, far more slowly."""
    said = {name: shown(value if isinstance(value, str) else t.said(value)) for name, value in values.items()}
    return as_markup(str.format_map(sentence, said))


def _in_language(language: str, words: Mapping[str, Any]) -> tuple[str, Any] | None:
    return in_language(words, language)


PARTS: dict[str, Any] = {
    "asset": asset,
    "attributes": attributes,
    "difference": difference,
    "form_end": form_end,
    "form_start": form_start,
    "icon": icon,
    "in_both": in_both,
    "live_part": live_part,
    "phone_link": phone_link,
}
"""What is the same in both languages."""

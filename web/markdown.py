"""Markdown that people wrote, as safe HTML: no HTML of their own, no pictures, no scripts."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "h2", "h3", "h4", "hr", "a", "table", "thead", "tbody", "tr", "th", "td"}
KEPT, LONGEST = 2000, 2000
"""So many texts, each of at most so many characters: a whole body is read as its paragraphs."""

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable(["table", "strikethrough"]).disable("image")


def rendered(body: str) -> Markup:
    """Headings begin at h3, since the page has its own above them."""
    return kept(body) if len(body) <= LONGEST else kept.__wrapped__(body)


@lru_cache(maxsize=KEPT)
def kept(body: str) -> Markup:
    """Kept by the words themselves, since a text never changes, and forgotten with the other parts of pages (web/repeated.py), so that erased words
    do not stay."""
    tokens = _markdown.parse(body)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 2, 4)}"
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    return Markup(
        nh3.clean(
            html, tags=TAGS, attributes={"a": {"href"}, "ol": {"start"}}, url_schemes={"http", "https", "mailto", "tel"}, link_rel="noopener nofollow ugc"
        )
    )

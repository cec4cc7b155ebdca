"""Markdown that people wrote, as safe HTML: no HTML of their own, no pictures, no scripts."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "h2", "h3", "h4", "hr", "a", "table", "thead", "tbody", "tr", "th", "td"}
LONGEST_KEPT = 500

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable(["table", "strikethrough"]).disable("image")


@lru_cache(maxsize=LONGEST_KEPT)
def rendered(body: str) -> Markup:
    """Headings begin at h3, since the page has its own above them. Kept by the words themselves, since a text never changes,
    and forgotten with the other parts of pages (web/repeated.py), so that erased words do not stay."""
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

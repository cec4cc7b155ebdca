"""A picture of a part of a page: the same words, and nothing in it that can be sent or followed."""

from markupsafe import Markup

from web.stilled import stilled

PART = Markup(
    '<section id="now" hx-get="/now" data-gone="x"><h1 class="question">A &amp; B</h1><form method="post" action="/x" class="form" data-form="/x">'
    '<input type="hidden" name="csrf" value="s"><label for="text">Words</label><textarea id="text" name="text" required>so</textarea>'
    '<input type="radio" name="level" value="1" checked><a href="/y" class="button">Go</a><button name="again">Send</button>'
    '<noscript><p><button formaction="/z">Other</button></p></noscript></form>'
    '<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><use href="/icons.svg#pen"/></svg></section>'
)


def test_it_reads_the_same_and_nothing_in_it_can_be_pressed() -> None:
    assert stilled(PART, "phone") == (
        '<section id="phone-now"><h3 class="question">A &amp; B</h3><div class="form">'
        '<label for="phone-text">Words</label><textarea id="phone-text" disabled>so</textarea>'
        '<input type="radio" name="phone-level" value="1" checked disabled><span class="button">Go</span><button disabled>Send</button>'
        "</div>"
        '<svg class="i" viewbox="0 0 24 24" aria-hidden="true"><use href="/icons.svg#pen"/></svg></section>'
    )


def test_what_could_break_out_of_a_value_stays_inside() -> None:
    assert stilled(Markup('<p title="&quot;&gt;&lt;b&gt;">x</p>'), "a") == '<p title="&#34;&gt;&lt;b&gt;">x</p>'

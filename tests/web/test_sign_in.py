"""Signing in through the pages: looking consumes nothing, one press signs in, and every way of getting it wrong is told kindly."""

import re
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from web.app import create_app, opened
from web.languages import neutral, to
from workers.mail import Post
from workers.projector import bring_to_head
from workspace import accounts, memberships, reaching, sign_in
from workspace.application import Workspace
from workspace.config import Settings

Browser = TestClient[Litestar]
LANGUAGES = {"cy": "/cy/mewngofnodi", "en": "/en/sign-in"}


@pytest.fixture
def app(application: Litestar, workspace: Workspace, settings: Settings) -> Litestar:
    bring_to_head(workspace)
    return opened(application, settings)


@pytest.fixture
def browser(app: Litestar) -> Iterator[Browser]:
    with TestClient(app, base_url="http://testserver.local") as client:
        yield client


@pytest.fixture
def other(app: Litestar, browser: Browser) -> Browser:
    """Another browser, at the same application."""
    return TestClient(app, base_url="http://testserver.local")


def ask(browser: Browser, email: str = "eira@pleth.example", language: str = "en", **more: str) -> int:
    form = {"email": email, "csrf": csrf(browser, LANGUAGES[language]), **more}
    return browser.post(LANGUAGES[language], data=form, follow_redirects=False).status_code


def mail(workspace: Workspace) -> tuple[str, str]:
    """Send what is waiting, and read the newest mail: its link's path, and its digits."""
    post = Post(replace(workspace.settings, smtp_url=None), workspace.pool)
    with workspace.reading() as db:
        for (row,) in db.execute("select id from outbox where sent_at is null order by created_at").fetchall():
            post.deliver(str(row))
        (mime,) = db.execute("select mime from mails order by sent_at desc limit 1").fetchone()
    text = bytes(mime).decode().replace("=\r\n", "")
    link, digits = re.search(r"http://testserver\.local(/\S+/(?:sign-in|mewngofnodi)/\S+)", text), re.search(r"^\s+(\d{6})\s*$", text, re.M)
    assert link is not None
    assert digits is not None
    return link.group(1), digits.group(1)


def is_in(browser: Browser) -> bool:
    return browser.get("/en/me", follow_redirects=False).status_code == 200


def csrf(browser: Browser, path: str) -> str:
    """The token of a page's forms; empty where nobody is signed in."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get(path).text)
    return found.group(1) if found else ""


def enter(browser: Browser, workspace: Workspace, email: str = "eira@pleth.example") -> None:
    ask(browser, email)
    _, digits = mail(workspace)
    form = {"digits": digits, "csrf": csrf(browser, "/en/sign-in/code")}
    assert browser.post("/en/sign-in/code", data=form, follow_redirects=False).status_code == 303


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_link_in_either_language(browser: Browser, workspace: Workspace, language: str) -> None:
    assert browser.get(LANGUAGES[language]).status_code == 200
    assert ask(browser, language=language) == 303
    link, _ = mail(workspace)
    for _ in range(3):
        assert browser.get(link).status_code == 200
    assert not is_in(browser)
    assert browser.post(link, follow_redirects=False).status_code == 303
    assert is_in(browser)
    assert "You are signed in" in browser.get(to(neutral(link)[1], "en")).text
    assert browser.post(link, data={"csrf": csrf(browser, "/en/me")}).status_code == 422


def test_by_digits_and_on_to_where_one_wanted_to_go(browser: Browser, workspace: Workspace) -> None:
    answer = browser.get("/en/me", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/sign-in?next=/me")
    ask(browser, next="/me")
    _, digits = mail(workspace)
    assert "eira@pleth.example" in browser.get("/en/sign-in/code").text
    answer = browser.post("/en/sign-in/code", data={"digits": digits}, follow_redirects=False)
    assert answer.headers["location"] == "/en/me"
    assert is_in(browser)


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(browser: Browser, workspace: Workspace, elsewhere: str) -> None:
    ask(browser, next=elsewhere)
    _, digits = mail(workspace)
    assert browser.post("/en/sign-in/code", data={"digits": digits}, follow_redirects=False).headers["location"] == "/en/"


def test_another_browser_cannot_use_the_link_but_the_first_can_still(browser: Browser, other: Browser, workspace: Workspace) -> None:
    ask(browser)
    link, digits = mail(workspace)
    assert "Go back to where you asked" in other.get(link).text
    assert other.post(link).status_code == 422
    assert other.post("/en/sign-in/code", data={"digits": digits}).status_code == 422
    assert not is_in(other)
    assert browser.post(link, follow_redirects=False).status_code == 303


def test_five_wrong_codes_and_it_is_over(browser: Browser, workspace: Workspace) -> None:
    ask(browser)
    _, digits = mail(workspace)
    wrong = f"{(int(digits) + 1) % 10**6:06}"
    answer = browser.post("/en/sign-in/code", data={"digits": wrong})
    assert answer.status_code == 422
    assert "Tries left: 4" in answer.text
    for _ in range(3):
        browser.post("/en/sign-in/code", data={"digits": wrong})
    assert "wrong five times" in browser.post("/en/sign-in/code", data={"digits": wrong}).text
    assert browser.post("/en/sign-in/code", data={"digits": digits}).status_code == 422
    assert not is_in(browser)


def test_after_ten_minutes_it_is_over(browser: Browser, workspace: Workspace) -> None:
    ask(browser)
    link, digits = mail(workspace)
    with workspace.pool.connection() as db:
        db.execute("update sign_ins set expires_at = expires_at - interval '10 minutes'")
    assert browser.get(link).status_code == 410
    assert browser.post(link).status_code == 422
    assert browser.post("/en/sign-in/code", data={"digits": digits}).status_code == 422


def test_a_known_address_gets_the_same_answer_as_an_unknown_one(browser: Browser, other: Browser, workspace: Workspace) -> None:
    with workspace.pool.connection() as db:
        sign_in.account_at(db, "known@pleth.example")
    asked = ((browser, "known@pleth.example"), (other, "new@pleth.example"))
    answers = [each.post("/en/sign-in", data={"email": email}, follow_redirects=False) for each, email in asked]
    assert len({(answer.status_code, answer.headers["location"], answer.text) for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers)) for answer in answers}) == 1


def test_too_many_askings_are_refused_for_a_while(browser: Browser) -> None:
    statuses = [ask(browser) for _ in range(sign_in.BY_ADDRESS.times + 1)]
    assert statuses == [303] * sign_in.BY_ADDRESS.times + [429]


@pytest.mark.parametrize("typed", ["", "eira", "eira@", "\u202eeira@pleth.example", "a" * 300 + "@x.cymru", "<b>@x.cymru"])
def test_what_is_no_address_stays_in_the_field_with_a_sentence(browser: Browser, typed: str) -> None:
    answer = browser.post("/cy/mewngofnodi", data={"email": typed})
    assert answer.status_code == 422
    assert 'id="email-wrong"' in answer.text


def test_another_site_can_neither_ask_nor_press(browser: Browser, workspace: Workspace) -> None:
    enter(browser, workspace)
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert browser.post("/en/sign-in", data={"email": "eira@pleth.example"}, headers=headers).status_code == 403
        assert browser.post("/en/sign-out", data={"csrf": csrf(browser, "/en/me")}, headers=headers).status_code == 403
    assert browser.post("/en/me/name", data={"name": "Eira"}).status_code == 403
    assert is_in(browser)


def test_signing_out_here_and_everywhere(browser: Browser, other: Browser, workspace: Workspace) -> None:
    enter(browser, workspace)
    enter(other, workspace)
    cookie = browser.cookies["session"]
    assert browser.post("/en/sign-out", data={"csrf": csrf(browser, "/en/me")}, follow_redirects=False).status_code == 303
    browser.cookies.set("session", cookie)
    assert not is_in(browser)
    enter(browser, workspace)
    assert other.post("/en/me/devices?_method=delete", data={"csrf": csrf(other, "/en/me")}, follow_redirects=False).status_code == 303
    assert not is_in(browser)
    assert not is_in(other)


def test_the_session_cookie_is_guarded(browser: Browser, workspace: Workspace) -> None:
    ask(browser)
    link, _ = mail(workspace)
    cookies = browser.post(link, follow_redirects=False).headers.get_list("set-cookie")
    session = next(cookie for cookie in cookies if cookie.startswith("session="))
    assert "HttpOnly" in session
    assert "SameSite=lax" in session


def test_behind_https_cookies_belong_to_this_host_alone(workspace: Workspace, settings: Settings) -> None:
    with TestClient(create_app(replace(settings, url="https://testserver.local")), base_url="https://testserver.local") as browser:
        cookies = browser.post("/en/sign-in", data={"email": "eira@pleth.example"}, follow_redirects=False).headers.get_list("set-cookie")
        asking = next(cookie for cookie in cookies if cookie.startswith("__Host-asking="))
        assert "Secure" in asking


def test_name_language_and_theme_are_changed_on_ones_own_page(browser: Browser, workspace: Workspace) -> None:
    enter(browser, workspace)
    token = csrf(browser, "/en/me")
    assert 'value="Eira &lt;3"' in browser.post("/en/me/name", data={"name": "Eira <3", "csrf": token}).text
    assert browser.post("/en/me/name", data={"name": "x" * 101, "csrf": token}).status_code == 422
    assert 'data-theme="dark"' in browser.post("/en/look", data={"size": "usual", "theme": "dark", "back": "/me", "csrf": token}).text
    browser.cookies.delete("look")
    assert 'data-theme="dark"' in browser.get("/en/me").text
    answer = browser.post("/en/me/language", data={"language": "cy", "csrf": token}, follow_redirects=False)
    assert answer.headers["location"] == "/cy/fi"
    assert browser.post("/en/me/language", data={"language": "fr", "csrf": token}).status_code == 422


def test_one_click_unsubscribes_without_signing_in(browser: Browser, workspace: Workspace, settings: Settings) -> None:
    project, member = UUID(int=1), UUID(int=2)
    with workspace.pool.connection() as db:
        account = sign_in.account_at(db, "eira@pleth.example")
        for sql, params in memberships.enrol(member, project, account, "Eira"):
            db.execute(sql.encode(), params)
    path = f"/cy/unsubscribe/{reaching.unsubscribe_token(settings.secret, member)}"
    assert browser.get(path).status_code == 200
    with workspace.reading() as db:
        assert [place.mails for place in accounts.my_projects(db, account)] == ["everything"]
        answer = browser.post(path, data={"List-Unsubscribe": "One-Click"}, follow_redirects=False)
        assert answer.status_code == 200
        assert [place.mails for place in accounts.my_projects(db, account)] == ["nothing"]
    assert browser.get(path[:-1]).status_code == 404


def test_the_demos_own_pages_exist_in_the_demo_alone(browser: Browser, settings: Settings) -> None:
    assert browser.get("/en/cast").status_code == 404
    assert browser.get("/en/mail").status_code == 404
    with TestClient(create_app(replace(settings, demo=True)), base_url="http://testserver.local") as demo:
        assert demo.get("/en/cast").status_code == 200
        assert demo.get("/en/mail").status_code == 200


def test_in_the_demo_one_press_makes_one_somebody_and_mail_can_be_read(workspace: Workspace, settings: Settings) -> None:
    bring_to_head(workspace)
    with workspace.pool.connection() as db:
        account = sign_in.account_at(db, "eira@pleth.example", "cy")
        stranger = sign_in.account_at(db, "stranger@pleth.example", "cy")
    with TestClient(create_app(replace(settings, demo=True)), base_url="http://testserver.local") as demo:
        assert "Eira" in demo.get("/en/cast").text
        assert demo.post("/en/cast", data={"account": str(stranger)}).status_code == 404
        assert demo.post("/en/cast", data={"account": str(account)}, follow_redirects=False).status_code == 303
        assert is_in(demo)
        ask(demo)
        link, digits = mail(workspace)
        listed = demo.get("/en/mail").text
        found = re.search(r'href="(/en/mail/[0-9a-f-]+)"', listed)
        assert found is not None
        letter = demo.get(found.group(1)).text
        assert f'href="http://testserver.local{link}"' in letter
        assert digits in letter
        assert "Press the button in the browser where you asked." in letter

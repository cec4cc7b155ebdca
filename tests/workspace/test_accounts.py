"""Accounts, signing in, sessions and places: what is stored, what works once, what never works."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from aggregates.base import NETWORK
from aggregates.errors import NotFound, PlaceIsTaken, TooLong, UnknownChoice, Unreadable
from workspace import accounts, devices, memberships, reaching, sign_in, tokens
from workspace.addresses import NotAnAddress, address
from workspace.application import Workspace
from workspace.limits import Limit, TooOften, hold_to

HERE, THERE, NETWORK_ADDRESS = "the browser that asked", "another browser", "192.0.2.1"


def ask(workspace: Workspace, email: str = "eira@pleth.example", browser: str = HERE) -> sign_in.Secrets:
    """Ask, and do what the mail worker does when it sends: the secrets of the mail."""
    sign_in.ask(workspace, email, browser, "cy", NETWORK_ADDRESS)
    with workspace.pool.connection() as db:
        (asking,) = db.execute("select recipient from outbox where occasion = 'sign in' order by created_at desc limit 1").fetchone()
        made = sign_in.arm(db, workspace.settings.secret, asking)
    assert made is not None
    return made


def who(workspace: Workspace, cookie: str) -> devices.SignedIn | None:
    with workspace.reading() as db:
        return devices.signed_in(db, workspace.settings.secret, cookie)


def by_link(workspace: Workspace, link: str, browser: str = HERE) -> str:
    return sign_in.by_link(workspace, link, browser, "Firefox, Android", NETWORK_ADDRESS)


def by_digits(workspace: Workspace, digits: str, browser: str = HERE) -> str:
    return sign_in.by_digits(workspace, digits, browser, "Firefox, Android", NETWORK_ADDRESS)


def test_the_link_signs_in_once(workspace: Workspace) -> None:
    mail = ask(workspace)
    found = who(workspace, by_link(workspace, mail.token))
    assert found is not None
    assert found.email == "eira@pleth.example"
    assert found.language == "cy"
    with pytest.raises(sign_in.LinkIsOver):
        by_link(workspace, mail.token)


def test_the_digits_sign_in_and_use_up_the_link(workspace: Workspace) -> None:
    mail = ask(workspace)
    assert who(workspace, by_digits(workspace, f"{mail.digits[:3]} {mail.digits[3:]}")) is not None
    with pytest.raises(sign_in.LinkIsOver):
        by_link(workspace, mail.token)


def test_the_second_time_it_is_the_same_account(workspace: Workspace) -> None:
    first = who(workspace, by_link(workspace, ask(workspace, "Eira@Pleth.Example ").token))
    second = who(workspace, by_digits(workspace, ask(workspace).digits))
    assert first is not None
    assert second is not None
    assert first.account == second.account
    assert first.session != second.session


def test_the_newest_asking_makes_older_ones_void(workspace: Workspace) -> None:
    older, newer = ask(workspace), ask(workspace)
    with pytest.raises(sign_in.LinkIsOver):
        by_link(workspace, older.token)
    assert by_link(workspace, newer.token)


def test_another_browser_is_refused_and_consumes_nothing(workspace: Workspace) -> None:
    mail = ask(workspace)
    with pytest.raises(sign_in.OtherBrowser):
        by_link(workspace, mail.token, THERE)
    with pytest.raises(sign_in.LinkIsOver):
        by_digits(workspace, mail.digits, THERE)
    assert by_link(workspace, mail.token)


def test_looking_at_a_link_consumes_nothing(workspace: Workspace) -> None:
    mail = ask(workspace)
    for _ in range(3):
        with workspace.reading() as db:
            sign_in.look(db, workspace.settings.secret, mail.token, HERE)
    assert by_link(workspace, mail.token)


def test_five_wrong_codes_end_it(workspace: Workspace) -> None:
    mail = ask(workspace)
    wrong = f"{(int(mail.digits) + 1) % 10**6:06}"
    for left in (4, 3, 2, 1):
        with pytest.raises(sign_in.CodeIsWrong) as refused:
            by_digits(workspace, wrong)
        assert refused.value.values == {"left": left}
    with pytest.raises(sign_in.TooManyTries):
        by_digits(workspace, wrong)
    with pytest.raises(sign_in.LinkIsOver):
        by_digits(workspace, mail.digits)
    with pytest.raises(sign_in.LinkIsOver):
        by_link(workspace, mail.token)


def test_after_ten_minutes_it_is_over(workspace: Workspace) -> None:
    mail = ask(workspace)
    with workspace.pool.connection() as db:
        db.execute("update sign_ins set expires_at = expires_at - interval '10 minutes'")
    with pytest.raises(sign_in.LinkIsOver):
        by_link(workspace, mail.token)
    with pytest.raises(sign_in.LinkIsOver):
        by_digits(workspace, mail.digits)


def test_no_secret_is_stored_in_clear(workspace: Workspace) -> None:
    mail = ask(workspace)
    cookie = by_link(workspace, mail.token)
    with workspace.reading() as db:
        for table in ("sign_ins", "sessions", "outbox", "rate_limits", "accounts"):
            stored = str(db.execute(f"select * from {table}".encode()).fetchall())
            assert not any(secret in stored for secret in (mail.token, f"'{mail.digits}'", cookie, HERE))


def test_asking_too_often_is_refused_for_every_address_alike(workspace: Workspace) -> None:
    ask(workspace, "known@pleth.example")
    for email in ("known@pleth.example", "unknown@pleth.example"):
        while_allowed = sign_in.BY_ADDRESS.times - (1 if email.startswith("known") else 0)
        for _ in range(while_allowed):
            sign_in.ask(workspace, email, HERE, "cy", NETWORK_ADDRESS)
        with pytest.raises(TooOften):
            sign_in.ask(workspace, email, HERE, "cy", NETWORK_ADDRESS)


def test_a_limit_counts_anew_when_its_time_is_over(workspace: Workspace) -> None:
    limit = Limit("test", 2, timedelta(minutes=15))
    with workspace.pool.connection() as db:
        for _ in range(2):
            hold_to(db, b"secret", limit, "somebody")
        with pytest.raises(TooOften):
            hold_to(db, b"secret", limit, "somebody")
        hold_to(db, b"secret", limit, "somebody else")
        db.execute("update rate_limits set since = since - interval '16 minutes'")
        hold_to(db, b"secret", limit, "somebody")


NO_ADDRESSES = ["", "eira", "@pleth.example", "eira@", "e ira@pleth.example", "eira@pleth.example\nBcc: x@y.z", "a" * 65 + "@x.cymru", "eira@-x.cymru"]


@pytest.mark.parametrize("typed", NO_ADDRESSES)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAddress):
        address(typed)


def test_an_address_has_one_form() -> None:
    assert address(" Eira.Jones@Tŷ.Cymru ") == f"eira.jones@{'tŷ'.encode('idna').decode()}.cymru"


def test_a_session_ends_when_signed_out_of_here_or_everywhere(workspace: Workspace) -> None:
    one, two = by_link(workspace, ask(workspace).token), by_link(workspace, ask(workspace).token)
    found = who(workspace, one)
    assert found is not None
    with workspace.pool.connection() as db:
        assert [device.device for device in devices.devices(db, found.account)] == ["Firefox, Android"] * 2
        devices.sign_out(db, workspace.settings.secret, one)
        assert who(workspace, one) is None
        assert who(workspace, two) is not None
        devices.end(db, uuid4(), found.session)
        devices.sign_out_everywhere(db, found.account)
    assert who(workspace, two) is None


def test_a_session_rolls_on_with_each_visit(workspace: Workspace) -> None:
    cookie = by_link(workspace, ask(workspace).token)
    with workspace.pool.connection() as db:
        db.execute("update sessions set seen_at = seen_at - interval '2 hours', expires_at = clock_timestamp() + interval '1 day'")
        assert who(workspace, cookie) is not None
        (left,) = db.execute("select expires_at - clock_timestamp() from sessions").fetchone()
        assert left > timedelta(days=29)
        db.execute("update sessions set expires_at = clock_timestamp()")
    assert who(workspace, cookie) is None


def test_name_language_and_theme(workspace: Workspace) -> None:
    cookie = by_link(workspace, ask(workspace).token)
    found = who(workspace, cookie)
    assert found is not None
    accounts.call_me(workspace, found.account, "  Eira   Ŵyn ")
    accounts.speak(workspace, found.account, "en")
    accounts.wear(workspace, found.account, "dark")
    changed = who(workspace, cookie)
    assert changed is not None
    assert (changed.name, changed.language, changed.theme) == ("Eira Ŵyn", "en", "dark")
    accounts.wear(workspace, found.account, "device")
    for refusal, act in (
        (TooLong, lambda: accounts.call_me(workspace, found.account, "a" * 101)),
        (Unreadable, lambda: accounts.call_me(workspace, found.account, "a\u202eb")),
        (UnknownChoice, lambda: accounts.speak(workspace, found.account, "fr")),
        (UnknownChoice, lambda: accounts.wear(workspace, found.account, "pink")),
        (NotFound, lambda: reaching.choose_mails(workspace, found.account, uuid4(), "nothing")),
    ):
        with pytest.raises(refusal):
            act()


def do(workspace: Workspace, also: memberships.Also) -> None:
    with workspace.pool.connection() as db, db.transaction():
        for sql, params in also:
            db.execute(sql.encode(), params)


def account(workspace: Workspace, email: str) -> UUID:
    with workspace.pool.connection() as db:
        return sign_in.account_at(db, email)


def test_a_place_is_claimed_once_by_link_or_code(workspace: Workspace) -> None:
    project, member, eira = uuid4(), uuid4(), account(workspace, "eira@pleth.example")
    secret, link, code = workspace.settings.secret, tokens.token(), tokens.code_for(workspace.settings.secret, "a press")
    do(workspace, memberships.enrol(member, project, None, "Eira"))
    do(workspace, memberships.invite(member, "Eira@pleth.example"))
    for each in (link, code):
        do(workspace, memberships.offer_place(memberships.place_hash(secret, each), member))
    with workspace.reading() as db:
        assert memberships.place(db, secret, link).member == memberships.place(db, secret, f" {code.lower().replace('-', ' ')} ").member == member
    do(workspace, memberships.take_place(member, project, eira, ""))
    with workspace.reading() as db:
        assert memberships.membership(db, eira, project)[0] == member
        assert memberships.identity(db, member) == (eira, "Eira")
        assert db.execute("select count(*) from invitations").fetchone() == (0,)
        for each in (link, code, "never was"):
            with pytest.raises(PlaceIsTaken):
                memberships.place(db, secret, each)


def test_a_forgotten_member_has_no_name_and_no_account(workspace: Workspace) -> None:
    project, member = uuid4(), uuid4()
    do(workspace, memberships.enrol(member, project, account(workspace, "eira@pleth.example"), "Eira"))
    do(workspace, memberships.forget(member))
    with workspace.reading() as db:
        assert memberships.identity(db, member) == (None, "")
        assert db.execute("select name from names where member = %s", (member,)).fetchone() == (None,)


def test_unsubscribing_needs_the_token_and_nothing_else(workspace: Workspace) -> None:
    project, member, eira = uuid4(), uuid4(), account(workspace, "eira@pleth.example")
    do(workspace, memberships.enrol(member, project, eira, "Eira"))
    token = reaching.unsubscribe_token(workspace.settings.secret, member)
    assert reaching.unsubscribe(workspace, token) == reaching.unsubscribe(workspace, token) == ("project", member)
    with workspace.reading() as db:
        assert [place.mails for place in accounts.my_projects(db, eira)] == ["nothing"]
    for other in ("", "x" * 64, token[:-1] + ("0" if token[-1] != "0" else "1"), uuid4().hex + token[32:], NETWORK.hex):
        with pytest.raises(NotFound):
            reaching.unsubscribe(workspace, other)


def test_codes_are_unmistakable() -> None:
    for press in range(200):
        assert not set(tokens.code_for(b"a secret", str(press))) & set("01OIL2Z5S8BUV")

"""Mail: who gets it, in which language, what it says and carries, and that each is sent once. A real SMTP server takes it."""

import re
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from uuid import UUID, uuid4

from tests.workers.evening import QUESTION, Evening, email
from tests.workers.post_office import PostOffice, deliver, hypertext, plain
from workers.mail import Post
from workers.projector import bring_to_head
from workspace import amendments, arranging, decisions, ideas, members, mending, methods, network, proposals, reaching, sign_in, tokens, words
from workspace.application import Workspace

BOTH = {"cy": "Cynnig", "en": "Proposal"}


def only(office: PostOffice, name: str) -> EmailMessage:
    found = office.to(email(name))
    assert len(found) == 1, [str(message["Subject"]) for message in found]
    return found[0]


def test_asking_to_sign_in_sends_a_link_and_digits_that_work(workspace: Workspace, office: PostOffice) -> None:
    browser = tokens.token()
    sign_in.ask(workspace, "new@pleth.example", browser, "en", "192.0.2.1")
    deliver(workspace, office)
    (message,) = office.to("new@pleth.example")
    assert message["Subject"] == "Sign in to Pleth"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] is None
    link, digits = re.search(r"http://testserver\.local/en/sign-in/(\S+)", plain(message)), re.search(r"^\s*(\d{6})\s*$", plain(message), re.M)
    assert link
    assert digits
    assert link.group(1) in hypertext(message)
    assert digits.group(1) in hypertext(message)
    assert sign_in.by_link(workspace, link.group(1), browser, "", "192.0.2.1")
    with workspace.reading() as db:
        assert link.group(1) not in str(db.execute("select * from outbox").fetchall() + db.execute("select subject from mails").fetchall())


def test_while_a_read_model_is_being_made_only_signing_in_is_written(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    """What a mail says stands in read models: from one that is half made it would look as if there were nothing to tell."""
    evening.adoption()
    bring_to_head(workspace)
    with workspace.pool.connection() as db:
        db.execute("create table made as select name, ready_at from read_models")
        db.execute("update read_models set ready_at = null where name = 'people'")
    sign_in.ask(workspace, "new@pleth.example", tokens.token(), "en", "192.0.2.1")
    post = Post(replace(workspace.settings, smtp_url=office.url), workspace.pool)

    def send() -> list[str]:
        with workspace.reading() as db:
            rows = db.execute("select id from outbox where sent_at is null order by created_at, id").fetchall()
        for (row,) in rows:
            post.deliver(str(row))
        return sorted({to for to, _ in office.taken})

    assert send() == ["new@pleth.example"]
    with workspace.pool.connection() as db:
        assert db.execute("select max(tries) from outbox").fetchone() == (0,)
        db.execute("update read_models r set ready_at = m.ready_at from made m where m.name = r.name")
    assert send() == sorted([email(name) for name in ("Amina", "Eira", "Rhys", "Tomos")] + ["new@pleth.example"])


def test_before_a_language_is_known_mail_comes_in_both_welsh_first(workspace: Workspace, office: PostOffice) -> None:
    sign_in.ask(workspace, "new@pleth.example", tokens.token(), None, "192.0.2.1")
    deliver(workspace, office)
    text = plain(office.to("new@pleth.example")[0])
    assert 0 <= text.index("Mewngofnodi i Pleth") < text.index("Sign in to Pleth")
    assert "/cy/mewngofnodi/" in text
    assert "/en/sign-in/" in text


def test_an_invitation_by_mail_leads_to_a_place(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    deliver(workspace, office)
    members.invite(workspace, evening.act("Mair"), side="citizen", email="Nia@Pleth.example", name="Nia")
    deliver(workspace, office)
    (message,) = office.to("nia@pleth.example")
    text = plain(message)
    assert "Gofal gyda'r nos" in text
    assert "Evening care" in text
    assert "Invited by: Mair" in text
    found = re.search(r"/en/join/(\S+)", text)
    assert found is not None
    with workspace.pool.connection() as db:
        nia = sign_in.account_at(db, "nia@pleth.example")
    receipt = members.claim(workspace, nia, found.group(1), command=uuid4(), language="en", name="Nia")
    with workspace.reading() as db:
        assert db.execute("select account from memberships where member = %s", (receipt.id,)).fetchone() == (nia,)
        assert db.execute("select count(*) from invitations").fetchone() == (0,)


def test_everybody_on_the_roll_is_told_once_in_their_language(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    decision = evening.adoption()
    deliver(workspace, office)
    deliver(workspace, office)
    assert sorted(to for to, _ in office.taken) == [email(name) for name in ("Amina", "Eira", "Rhys", "Tomos")]
    eira, tomos, rhys = (only(office, name) for name in ("Eira", "Tomos", "Rhys"))
    assert eira["Subject"] == "Eich tro chi i bleidleisio"
    assert tomos["Subject"] == "Your turn to vote"
    assert rhys["Subject"] == "Eich tro chi i bleidleisio / Your turn to vote"
    assert "A ddylai hyn fod mewn grym?" in plain(eira)
    assert "Shall this be in force?" in hypertext(tomos)
    assert f"http://testserver.local/cy/penderfyniadau/{decision}" in plain(eira)
    assert "Gofal gyda'r nos" in str(eira["From"])
    assert "Evening care" in str(tomos["From"])


def test_mails_about_one_decision_are_one_thread(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    decision = evening.adoption()
    deliver(workspace, office)
    for name in ("Eira", "Tomos", "Amina", "Rhys"):
        evening.vote(decision, name)
    decisions.close(workspace, evening.act("Mair"), decision, "Pawb wedi pleidleisio")
    deliver(workspace, office)
    turn, result = office.to(email("Tomos"))
    assert result["Subject"] == "The result of a vote"
    assert "It was agreed." in plain(result)
    assert turn["References"] == result["References"]
    assert turn["Message-ID"] != result["Message-ID"]


def test_one_click_ends_mail_about_the_project(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    decision = evening.adoption()
    deliver(workspace, office)
    message = only(office, "Tomos")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    reaching.unsubscribe(workspace, str(message["List-Unsubscribe"]).strip("<>").rpartition("/")[2])
    decisions.close(workspace, evening.act("Mair"), decision, "Digon am heddiw")
    deliver(workspace, office)
    assert len(office.to(email("Tomos"))) == 1
    assert len(office.to(email("Eira"))) == 2


def test_whoever_is_not_here_any_more_is_written_to_about_themselves_alone(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    idea = ideas.post(workspace, evening.act("Tomos"), "Mrs Jones next door drinks").id
    decision = evening.adoption()
    members.leave(workspace, evening.act("Tomos"))
    members.remove(workspace, evening.act("Mair"), evening.member("Rhys"), "He moved away")
    ideas.answer(workspace, evening.act("Mair"), idea, "Gadewch i ni siarad")
    deliver(workspace, office)
    decisions.close(workspace, evening.act("Mair"), decision, "Digon am heddiw")
    words.hide(workspace, evening.act("Mair"), words_of(workspace, idea), words.Place("idea", idea), "It names a neighbour")
    deliver(workspace, office)
    assert only(office, "Tomos")["Subject"] == "Words of yours were taken down"
    assert not office.to(email("Rhys"))
    assert len(office.to(email("Eira"))) == 2


def test_whoever_came_back_is_written_to_again(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    members.leave(workspace, evening.act("Tomos"))
    evening.claim("Tomos", members.invite(workspace, evening.act("Mair"), side="citizen", name="Tomos").secret)
    evening.adoption()
    deliver(workspace, office)
    assert only(office, "Tomos")["Subject"] == "Your turn to vote"


def test_who_wants_only_their_turn_gets_no_result(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    reaching.choose_mails(workspace, evening.accounts["Tomos"], evening.project, "my turn")
    decision = evening.adoption()
    deliver(workspace, office)
    decisions.close(workspace, evening.act("Mair"), decision, "Digon am heddiw")
    deliver(workspace, office)
    assert only(office, "Tomos")["Subject"] == "Your turn to vote"


def test_authors_hear_of_answers_and_of_proposals_that_grew_from_their_ideas(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    idea = ideas.post(workspace, evening.act("Tomos"), "Ring before you come <b>late</b>").id
    ideas.answer(workspace, evening.act("Mair"), idea, "Gadewch i ni siarad")
    proposals.draft(workspace, evening.act("Eira"), BOTH, BOTH, BOTH, [idea])
    deliver(workspace, office)
    answered, used = office.to(email("Tomos"))
    assert "Gadewch i ni siarad" in plain(answered)
    assert '<blockquote lang="cy"' in hypertext(answered)
    assert "Ring before you come <b>late</b>" in plain(used)
    assert "&lt;b&gt;late" in hypertext(used)
    assert "The proposal: Proposal" in plain(used)
    assert not office.to(email("Eira"))


def test_a_suggested_change_is_told_from_its_why_to_its_end(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    proposal = proposals.draft(workspace, evening.act("Amina"), BOTH, BOTH, {"en": "The desk rings before four."}).id
    changed = "The desk rings or texts before four."
    amendment = amendments.suggest(workspace, evening.act("Tomos"), proposal, 1, "en", 1, changed, "Texts are kinder").id
    proposals.comment(workspace, evening.act("Eira"), proposal, 1, "en", 1, "Pwy sy’n ffonio?")
    proposals.add_author(workspace, evening.act("Amina"), proposal, evening.member("Rhys"))
    deliver(workspace, office)
    proposals.revise(workspace, evening.act("Amina"), proposal, 1, BOTH, BOTH, {"en": "The rota desk rings before four."})
    deliver(workspace, office)
    amendments.still_mean(workspace, evening.act("Tomos"), amendment, 2)
    amendments.accept(workspace, evening.act("Amina"), amendment, 3)
    other = amendments.suggest(workspace, evening.act("Tomos"), proposal, 3, "en", 1, "Nobody rings.", "It is late").id
    deliver(workspace, office)
    amendments.decline(workspace, evening.act("Rhys"), other, "Somebody must")
    deliver(workspace, office)
    to_amina, to_tomos = office.to(email("Amina")), office.to(email("Tomos"))
    assert sorted(str(mail["Subject"]) for mail in to_amina) == ["A change to your proposal", "A change to your proposal", "A comment on your proposal"]
    assert [str(mail["Subject"]) for mail in to_tomos] == ["Does this still say what you mean?", "Your change was accepted", "Your change was declined"]
    first = next(plain(mail) for mail in to_amina if "Texts are kinder" in plain(mail))
    assert "Tomos suggested a change" in first
    assert f"/en/projects/{evening.project}/proposals/{proposal}/amendments/{amendment}" in first
    assert "The desk rings or texts before four." in plain(to_tomos[0])
    assert "Somebody must" in plain(to_tomos[2])
    assert any("Rydych chi’n un o awduron cynnig" in str(mail["Subject"]) for mail in office.to(email("Rhys")))


def test_who_acts_on_their_own_words_is_not_written_to(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    idea = ideas.post(workspace, evening.act("Eira"), "Galwad cyn dod").id
    proposals.draft(workspace, evening.act("Eira"), BOTH, BOTH, BOTH, [idea])
    deliver(workspace, office)
    assert not office.taken


def words_of(workspace: Workspace, idea: UUID) -> UUID:
    with workspace.reading() as db:
        (text,) = db.execute("select words from outbox_ideas where id = %s", (idea,)).fetchone()
    return UUID(str(text))


def test_the_author_is_told_when_words_are_taken_down(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    idea = ideas.post(workspace, evening.act("Tomos"), "Mrs Jones next door drinks").id
    bring_to_head(workspace)
    words.hide(workspace, evening.act("Mair"), words_of(workspace, idea), words.Place("idea", idea), "It names a neighbour")
    deliver(workspace, office)
    text = plain(only(office, "Tomos"))
    assert "It names a neighbour" in text
    assert "Mrs Jones" not in text


def test_whose_words_about_a_method_were_taken_down_is_led_to_the_reason_in_the_network(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    methods.install(workspace)
    method = methods.of_the_house("choosing-with-dots")
    tomos, arriving = network.act(workspace, evening.accounts["Tomos"], may_add=False, command=uuid4(), language="en")
    methods.note(workspace, tomos, method, "Mrs Jones next door was rude", "badly", arriving)
    (note,) = methods.load(workspace, method).notes
    mair = members.act(workspace, evening.accounts["Mair"], network.NETWORK, command=uuid4(), language="en")
    bring_to_head(workspace)
    words.hide(workspace, mair, note, words.Place("experience", method), "It names a neighbour")
    deliver(workspace, office)
    text = plain(only(office, "Tomos"))
    assert "among the methods of the network" in text
    assert f"/network/words/{note}" in text
    assert "Mrs Jones" not in text


def test_kept_mail_forgets_words_that_are_taken_down(workspace: Workspace, evening: Evening) -> None:
    idea = ideas.post(workspace, evening.act("Tomos"), "Mrs Jones next door drinks").id
    proposals.draft(workspace, evening.act("Eira"), BOTH, BOTH, BOTH, [idea])
    deliver(workspace, None)
    with workspace.reading() as db:
        assert db.execute("select count(*) from mails where position('Mrs Jones' in convert_from(mime, 'utf-8')) > 0").fetchone() == (1,)
        words.hide(workspace, evening.act("Mair"), words_of(workspace, idea), words.Place("idea", idea), "It names a neighbour")
        assert db.execute("select count(*) from mails where position('Mrs Jones' in convert_from(mime, 'utf-8')) > 0").fetchone() == (0,)


def test_words_taken_down_before_the_mail_goes_are_not_in_it(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    idea = ideas.post(workspace, evening.act("Tomos"), "Mrs Jones next door drinks").id
    proposals.draft(workspace, evening.act("Eira"), BOTH, BOTH, BOTH, [idea])
    bring_to_head(workspace)
    words.hide(workspace, evening.act("Mair"), words_of(workspace, idea), words.Place("idea", idea), "It names a neighbour")
    deliver(workspace, office)
    assert not any("Mrs Jones" in plain(message) + hypertext(message) for _, message in office.taken)


def test_a_story_or_an_import_writes_to_nobody(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    before = workspace.now() - timedelta(days=30)
    idea = ideas.post(workspace, evening.act("Tomos", happened_at=before), "Long ago").id
    ideas.answer(workspace, evening.act("Mair", happened_at=before + timedelta(days=1)), idea, "Answered long ago")
    ideas.answer(workspace, evening.act("Mair", channel="import"), idea, "Imported")
    deliver(workspace, office)
    assert not office.taken


def test_without_a_mail_server_mail_is_kept(workspace: Workspace, evening: Evening) -> None:
    evening.adoption()
    deliver(workspace, None)
    with workspace.reading() as db:
        assert db.execute("select count(*) from mails").fetchone() == (4,)


def test_a_delivery_asked_for_many_times_happens_once(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    evening.adoption()
    deliver(workspace, office)
    post = Post(replace(workspace.settings, smtp_url=office.url), workspace.pool)
    with workspace.reading() as db:
        rows = db.execute("select id from outbox").fetchall()
    for (row,) in rows * 2:
        post.deliver(str(row))
    assert len(office.taken) == 4


def test_a_server_that_is_away_is_tried_again_later(workspace: Workspace, office: PostOffice) -> None:
    sign_in.ask(workspace, "new@pleth.example", tokens.token(), "en", "192.0.2.1")
    office.answer = "451 later"
    deliver(workspace, office)
    with workspace.reading() as db:
        assert db.execute("select tries, error, failed_at is null, next_at > clock_timestamp() from outbox").fetchone() == (1, "SMTPDataError", True, True)
    office.answer = "250 taken"
    deliver(workspace, office)
    assert len(office.taken) == 1


def test_an_address_that_does_not_exist_is_given_up(workspace: Workspace, office: PostOffice) -> None:
    sign_in.ask(workspace, "nobody@pleth.example", tokens.token(), "en", "192.0.2.1")
    deliver(workspace, office)
    with workspace.reading() as db:
        assert db.execute("select error, failed_at is not null from outbox").fetchone() == ("Refusal", True)


def test_a_name_cannot_break_out_of_a_header(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    from workers.letters import one_line

    assert one_line('Gofal\r\nBcc: x@y.z "<') == "GofalBcc: xy.z"


def test_an_objection_is_told_to_those_who_can_meet_it_and_a_restart_to_everybody_on_the_list(evening: Evening, office: PostOffice) -> None:
    workspace = evening.workspace
    decision = evening.consent()
    deliver(workspace, office)
    office.taken.clear()
    decisions.vote(workspace, evening.act("Eira"), decision, "object", "Does dim bws ar ôl wyth", 0, "aim")
    deliver(workspace, office)
    message = only(office, "Mair")
    assert "Gwrthwynebodd rhywun" in str(message["Subject"])
    assert "Does dim bws ar ôl wyth" in plain(message)
    assert office.to(email("Eira")) == []
    office.taken.clear()
    again = mending.restart(workspace, evening.act("Mair"), decision, QUESTION, workspace.now() + timedelta(days=2), "Cwestiwn arall oedd e").id
    deliver(workspace, office)
    message = only(office, "Eira")
    assert "Cwestiwn arall oedd e" in plain(message)
    assert str(again) in plain(message)


def test_whoever_is_asked_for_an_answer_is_written_to_and_all_authors_hear_it(workspace: Workspace, evening: Evening, office: PostOffice) -> None:
    one, other = (ideas.post(workspace, evening.act(name), words).id for name, words in (("Tomos", "Sundays later"), ("Eira", "Later on Sundays")))
    arranging.join(workspace, evening.act("Mair"), one, other)
    deliver(workspace, office)
    assert all("Sundays later" in plain(only(office, name)) and "Later on Sundays" in plain(only(office, name)) for name in ("Tomos", "Eira"))
    office.taken.clear()
    day = (workspace.now() + timedelta(days=7)).date()
    ideas.ask_for_answer(workspace, evening.act("Eira"), other, evening.act("Mair").member, day)
    deliver(workspace, office)
    asked = plain(only(office, "Mair"))
    assert ("Later on Sundays" in asked, f"/syniadau/{other}/ymatebion" in asked) == (True, True)
    office.taken.clear()
    ideas.answer(workspace, evening.act("Mair"), other, "Dewch draw", "let us talk", day)
    deliver(workspace, office)
    said = {"Tomos": ("Let’s talk", "To talk: "), "Eira": ("Gadewch i ni siarad", "I siarad: ")}
    assert [all(words in plain(only(office, name)) for words in both) for name, both in said.items()] == [True, True]

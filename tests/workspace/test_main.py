"""The command line: words in, sentences or JSON out, exit codes 0, 1 and 2."""

import json
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from workers.mail import server
from workspace import backups
from workspace.__main__ import COMMANDS, main
from workspace.checking import check
from workspace.command_line import parser
from workspace.config import Settings
from workspace.languages import translator
from workspace.postgres import CannotStart


@pytest.fixture
def folder(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for --data whose database is the one of this test."""
    monkeypatch.setenv("PLETH_DATABASE_URL", settings.database_url)
    assert settings.data is not None
    return settings.data


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "test"])
def test_every_command_knows_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert "--data DIR" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [[], ["nosuch"], ["rebuild"], ["rebuild", "nosuch"], ["serve", "--port", "70000"], ["serve", "--port", "x"], ["check", "--loud"], ["invite", "a@b.cymru"]],
)
def test_wrong_words_end_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_words_for_pytest_go_to_pytest() -> None:
    said, rest = parser().parse_known_args(["test", "--all", "-k", "vote", "--data", "somewhere", "tests/web"])
    assert rest == ["-k", "vote", "tests/web"]
    assert said.all


def test_of_tests_that_are_named_every_case_is_gone_through_where_all_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop_with(_: str, words: list[str]) -> None:
        raise SystemExit(words[1:])

    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("os.execv", stop_with)
    for words in (["tests/web"], ["tests/web", "--all"]):
        with pytest.raises(SystemExit) as ended:
            main(["test", *words])
        assert ended.value.code == ["-m", "pytest", *words]


def test_check_says_what_is_missing_in_plain_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(folder)]) == 0
    assert "No mail can be sent" in capsys.readouterr().out
    assert main(["check", "--data", str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["mail"]["state"] == "missing"
    assert found["database"]["state"] == found["migrations"]["state"] == found["read models"]["state"] == "fine"


def test_check_is_said_in_welsh(settings: Settings) -> None:
    said = {one.name: one.says for one in check(settings, translator("cy"), server)}
    assert said["mail"].startswith("Does dim modd anfon e-byst")
    assert said["read models"] == "Does dim digwyddiadau yn aros i gael eu darllen."


def test_what_was_late_or_broken_is_wrong(folder: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    with psycopg.connect(settings.database_url) as db:
        db.execute(
            "insert into outbox (id, occasion, recipient, project, created_at)"
            " select gen_random_uuid(), 'sign in', gen_random_uuid(), gen_random_uuid(), now() - interval '1 hour'"
        )
    assert main(["check", "--data", str(folder)]) == 1
    assert "1 mail has been waiting" in capsys.readouterr().out


def test_a_database_that_does_not_answer_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PLETH_DATABASE_URL", f"postgresql://nobody@/nothing?host={tmp_path}")
    assert main(["check", "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("The database does not answer")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PLETH_PORT", "eight", "eight"),
        ("PLETH_DATABASE_URL", "our database", "postgresql://"),
        ("PLETH_URL", "pleth.example.cymru", "https://"),
        ("PLETH_SMTP_URL", "mail.example.cymru:25", "smtps://"),
        ("PLETH_SECRET_FILE", "/nowhere/secret", "/nowhere/secret: No such file"),
    ],
)
def test_a_setting_that_cannot_be_read_is_one_sentence(
    name: str, value: str, told: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["check", "--data", str(folder)]) == 1
    assert told in capsys.readouterr().err


def test_check_tries_the_mail_server(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PLETH_SMTP_URL", "smtp://127.0.0.1:1")
    assert main(["check", "--data", str(folder)]) == 1
    assert "The mail server does not let us in: " in capsys.readouterr().out


def test_check_names_the_address_of_the_server_that_runs(settings: Settings) -> None:
    (address,) = (one for one in check(replace(settings, url=""), translator("en"), server, "http://127.0.0.1:4321") if one.name == "address")
    assert "http://127.0.0.1:4321" in address.says


def test_a_folder_that_cannot_be_made_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("PLETH_SECRET", raising=False)
    assert main(["check", "--data", "/proc/nothing"]) == 1
    assert capsys.readouterr().err.startswith("/proc/nothing: ")


def test_the_secret_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    first = Settings.from_env({}, data=tmp_path / "new").secret
    assert len(first) == 64
    assert Settings.from_env({}, data=tmp_path / "new").secret == first
    assert (tmp_path / "new" / "secret").stat().st_mode & 0o777 == 0o600


def test_a_child_reads_the_same_settings() -> None:
    settings = Settings.from_env({"PLETH_SECRET": "s" * 32}, data=Path("/somewhere"), port=0, demo=True, smtp_url="smtp://localhost")
    assert Settings.from_env(settings.to_env()) == settings


def test_a_backup_is_restored_beside_a_running_server(folder: Path, settings: Settings, tmp_path: Path) -> None:
    with psycopg.connect(settings.database_url) as db:
        db.execute("insert into accounts (id, email) values (gen_random_uuid(), 'beti@example.cymru')")
    assert main(["backup", "--data", str(folder), str(tmp_path / "backup")]) == 0
    assert main(["backup", "--data", str(folder), str(tmp_path / "backup")]) == 1
    running = psycopg.connect(settings.database_url, autocommit=True)
    running.execute("insert into accounts (id, email) values (gen_random_uuid(), 'later@example.cymru')")
    facts = backups.restore(settings, tmp_path / "backup")
    with psycopg.connect(settings.database_url, autocommit=True) as db:
        assert [row[0] for row in db.execute("select email from accounts")] == ["beti@example.cymru"]
        db.execute(f"drop database {facts['kept']} with (force)".encode())
    with pytest.raises(psycopg.OperationalError):
        running.execute("select 1")
    assert (folder / "secret").read_bytes() == (tmp_path / "backup" / "secret").read_bytes()


def test_whoever_may_not_make_databases_is_told(folder: Path, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    backups.backup(settings, tmp_path / "backup")
    with psycopg.connect(settings.database_url, autocommit=True) as db:
        db.execute("create role tenant login")
        try:
            tenant = replace(settings, database_url=psycopg.conninfo.make_conninfo(settings.database_url, user="tenant"))
            with pytest.raises(CannotStart, match="alter role tenant createdb"):
                backups.restore(tenant, tmp_path / "backup")
        finally:
            db.execute("drop role tenant")


def test_half_a_backup_is_refused(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "--data", str(folder), str(tmp_path / "nothing")]) == 1
    assert "holds no whole backup" in capsys.readouterr().err

"""What /schema says, taken at its word: every operation is asked for what it describes and for what it forbids, and the answer is what was promised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from httpx import Response
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from litestar import Litestar
from schemathesis.generation import GenerationMode

from web.schema import described

from .addresses import ACT, ELSEWHERE, HTML, JSON, TRACES, as_, body_of
from .browsing import Reader

LAST = ("/me/devices/{device}", "/me/devices", "/sign-out", "/projects/{project}/members/{member}/removal", "/projects/{project}/leave")
"""After these, whoever asks is somebody else."""
GOOD = {words.replace(":uuid", "").replace(":str", ""): body for words, (_, body) in {**ACT, **ELSEWHERE}.items()}


@dataclass
class Watched:
    """Notes of each answer of the application what was read for it."""

    app: Litestar
    read: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        inner = self.app.asgi_handler

        async def watching(scope: Any, receive: Any, send: Any) -> None:
            await inner(scope, receive, send)
            state = scope.get("state", {})
            self.read = dict(state["form"].fields) if "form" in state else {}
            self.asked = dict(state.get("asked", {}))

        self.app.asgi_handler = watching

    def undescribed(self, operation: dict[str, Any], *, is_page_again: bool) -> set[str]:
        """What was read though the description knows nothing of it, or another thing. A page that is shown again asks what it asks itself."""
        content = operation.get("requestBody", {"content": {"application/json": {"schema": {"properties": {}}}}})["content"]
        files = content.get("multipart/form-data", {"schema": {"properties": {}}})["schema"]["properties"]
        fields = {**files, **content["application/json"]["schema"]["properties"]}
        query = {each["name"]: each["schema"] for each in operation["parameters"] if each["in"] == "query"}
        found = {name for name, each in self.read.items() if fields.get(name) != each.shape}
        return found | {f"?{name}" for name, shape in self.asked.items() if not is_page_again and query.get(name) != shape}


class Described:
    """An application, and the operations that it says it has."""

    def __init__(self, reader: Reader, parts: dict[str, str]) -> None:
        self.reader, self.parts = reader, parts
        self.said = described(reader.client.app)
        self.watched = Watched(reader.client.app)
        self.operations = {f"{each.method.upper()} {each.path}": each for each in _operations(self.said)}
        self.token: str | None = None
        self.statuses: dict[int, int] = {}

    def in_order(self) -> list[str]:
        return sorted(self.operations, key=lambda words: LAST.index(words.split(" ")[1]) if words.split(" ")[1] in LAST else -1)

    def ask(self, words: str, roles: Sequence[str], times: int) -> None:
        """One operation, in as many ways, each by somebody of every role."""
        operation, asking = self.operations[words], [self._token(role) for role in roles]
        each = operation.as_strategy(generation_mode=GenerationMode.POSITIVE) | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

        @settings(max_examples=times, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), print_blob=True)
        @given(case=each, is_elsewhere=st.integers(0, 4), is_good=st.sampled_from([True, False]), headers=st.sampled_from([JSON, JSON, HTML]))
        def once(case: Any, is_elsewhere: int, is_good: bool, headers: dict[str, str]) -> None:
            if is_elsewhere < 4:
                case.path_parameters = {**case.path_parameters, **{name: self.parts[name] for name in case.path_parameters if name in self.parts}}
            if is_good and words in GOOD:
                body = body_of(GOOD[words], self.parts)
                case.media_type, case.body = "application/json", {**case.body, **body} if isinstance(case.body, dict) else body
            for self.token in asking:
                self._must_keep_its_word(words, case, self._answer(case, headers))

        once()

    def _token(self, role: str) -> str | None:
        as_(self.reader, role)
        token: str | None = self.reader.client.cookies.get("session")
        self.reader.client.cookies.clear()
        return token

    def _answer(self, case: Any, headers: dict[str, str]) -> Response:
        sent = case.as_transport_kwargs()
        known = {"Pleth-Position": str(self.reader.workspace.head())} if sent["headers"].get("Pleth-Position", "").isdecimal() else {}
        known |= {"Authorization": f"Bearer {self.token}"} if self.token else {}
        body = {name: sent[name] for name in ("json", "data", "content") if name in sent}
        if isinstance(body.get("data"), (bytes, str)):
            body = {"content": body["data"]}
        said = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in {**sent["headers"], **headers, **known}.items()]
        answer: Response = self.reader.client.request(sent["method"], sent["url"], params=sent["params"], headers=said, follow_redirects=False, **body)
        return answer

    def _must_keep_its_word(self, words: str, case: Any, answer: Response) -> None:
        self.statuses[answer.status_code] = self.statuses.get(answer.status_code, 0) + 1
        assert answer.status_code < 500, answer.text
        assert not any(trace in answer.text for trace in TRACES), answer.text
        assert str(answer.status_code) in case.operation.definition.raw["responses"], f"{words} answers {answer.status_code}, which is not described"
        case.operation.validate_response(answer)
        unknown = self.watched.undescribed(case.operation.definition.raw, is_page_again=answer.status_code >= 400 and "html" in answer.headers["content-type"])
        assert not unknown, f"{words} reads {unknown}, which is not described: a handler reads its form and its query first, then looks who it comes from"


def _operations(said: dict[str, Any]) -> Iterator[Any]:
    for found in schemathesis.openapi.from_dict(said).get_all_operations():
        yield found.ok()

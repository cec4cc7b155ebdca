"""Browsers, as many as there are connections: `python -m tests.bench.loading PORT CONNECTIONS` sends the requests of its standard input, each once.

A process of its own, so that what it costs is not counted. It prints the seconds that it took and how often each status was answered.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from workspace.config import ROOT

LENGTH = 4


def send(port: int, connections: int, requests: Sequence[bytes]) -> tuple[float, Counter[int]]:
    """Seconds, and how often each status was answered."""
    packed = b"".join(len(one).to_bytes(LENGTH, "big") + one for one in requests)
    words = [sys.executable, "-m", "tests.bench.loading", str(port), str(connections)]
    said = json.loads(subprocess.run(words, input=packed, stdout=subprocess.PIPE, cwd=ROOT, check=True).stdout)
    return said["seconds"], Counter({int(status): times for status, times in said["statuses"].items()})


def main() -> None:
    port, connections = map(int, sys.argv[1:])
    requests = list(_unpacked(sys.stdin.buffer.read()))
    started = time.perf_counter()
    statuses = asyncio.run(_send_all(port, connections, iter(requests)))
    print(json.dumps({"seconds": time.perf_counter() - started, "statuses": statuses}))


async def _send_all(port: int, connections: int, requests: Iterator[bytes]) -> Counter[int]:
    statuses: Counter[int] = Counter()
    await asyncio.gather(*[_browse(port, requests, statuses) for _ in range(connections)])
    return statuses


async def _browse(port: int, requests: Iterator[bytes], statuses: Counter[int]) -> None:
    """One connection: the next request as soon as the one before is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        writer.write(request)
        statuses[await _answer(reader)] += 1
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
    if not length:
        raise ValueError(f"an answer without a length: {head.decode()}")
    await reader.readexactly(int(length))
    return int(head.split(b" ", 2)[1])


def _unpacked(packed: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(packed):
        end = at + LENGTH + int.from_bytes(packed[at : at + LENGTH], "big")
        yield packed[at + LENGTH : end]
        at = end


if __name__ == "__main__":
    main()

"""A local server that speaks OpenAI's chat protocol: streaming, tool calls, and how it can fail.

A `script` is a list of answers played in turn, each {"text": …} or {"calls": [(name, args), …]} or
a fault of tests/data/llm_faults.json; the last one is repeated. Requests are kept.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = dict[str, Any]
Script = list[Answer] | Callable[[dict[str, Any]], Answer]


class Endpoint:
    """One running server."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[dict[str, Any]] = []
        handler = type("Handler", (_Handler,), {"endpoint": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def answer(self, body: dict[str, Any]) -> Answer:
        self.requests.append(body)
        if callable(self.script):
            return self.script(body)
        return self.script[min(len(self.requests), len(self.script)) - 1]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def endpoint(script: Script) -> Iterator[Endpoint]:
    """A server for the length of a test."""
    server = Endpoint(script)
    try:
        yield server
    finally:
        server.close()


class _Handler(BaseHTTPRequestHandler):
    endpoint: Endpoint
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        self._send(
            200, json.dumps({"object": "list", "data": [{"id": "test"}]}), "application/json"
        )

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        answer = self.endpoint.answer(body)
        case = answer.get("case", "")
        if case == "hang_headers_sent_no_body":
            self._hang()
        elif case == "stream_cut_mid_chunk":
            self._cut()
        elif "status" in answer and "tool" not in answer and "content_bytes" not in answer:
            text = answer["body"] if isinstance(answer["body"], str) else json.dumps(answer["body"])
            self._send(answer["status"], text, "application/json", answer.get("headers", {}))
        else:
            self._stream(_spelled(answer), body)

    def _send(
        self, status: int, text: str, kind: str, headers: dict[str, str] | None = None
    ) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _hang(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        self.wfile.flush()
        time.sleep(6)
        self.close_connection = True

    def _cut(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self.wfile.write(b'40\r\ndata: {"id":"c","choices":[{"ind')
        self.wfile.flush()
        self.close_connection = True

    def _stream(self, answer: Answer, body: dict[str, Any]) -> None:
        chunks = [json.dumps(chunk) for chunk in _chunks(answer, str(body.get("model")))]
        text = "".join(f"data: {chunk}\n\n" for chunk in chunks) + "data: [DONE]\n\n"
        self._send(200, text, "text/event-stream")


def _spelled(answer: Answer) -> Answer:
    """A fault of the list as an answer that can be streamed."""
    case = answer.get("case", "")
    if "tool" in answer:
        raw = [(answer["tool"], answer.get("args", "{}"))] * answer.get("repeat", 1)
        return {"raw": raw}
    if "content_bytes" in answer:
        return {"text": "a" * answer["content_bytes"]}
    spelled: dict[str, Answer] = {
        "infinite_loop_same_call": {"calls": [("show_film", {"part": "film"})]},
        "finish_reason_length": {"text": "I was about to", "finish": "length"},
        "refusal": {"text": "", "refusal": "I cannot help with that."},
        "duplicate_tool_call_ids": {
            "calls": [("show_film", {}), ("show_film", {"part": "cast"})],
            "same_ids": True,
        },
    }
    return spelled.get(case, answer)


def _chunks(answer: Answer, model: str) -> Iterator[dict[str, Any]]:
    base = {"id": "c1", "object": "chat.completion.chunk", "created": 0, "model": model}

    def chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        return {**base, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}

    yield chunk({"role": "assistant", "content": ""})
    if answer.get("refusal"):
        yield chunk({"refusal": answer["refusal"]})
    text = answer.get("text", "")
    for start in range(0, len(text), max(12, len(text) // 400)):
        yield chunk({"content": text[start : start + max(12, len(text) // 400)]})
    calls = [(name, json.dumps(args)) for name, args in answer.get("calls", [])]
    for at, (name, args) in enumerate([*calls, *answer.get("raw", [])]):
        ident = "call_same" if answer.get("same_ids") else f"call_{time.monotonic_ns()}_{at}"
        head = {"index": at, "id": ident, "type": "function"}
        yield chunk({"tool_calls": [{**head, "function": {"name": name, "arguments": ""}}]})
        for start in range(0, len(args), 9):
            piece = {"index": at, "function": {"arguments": args[start : start + 9]}}
            yield chunk({"tool_calls": [piece]})
    done = "tool_calls" if calls or answer.get("raw") else "stop"
    yield chunk({}, answer.get("finish", done))

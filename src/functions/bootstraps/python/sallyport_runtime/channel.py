"""The channel to the platform: the words of the Runtime API as frames on a socket that this process is born with.

What frames there are stands in `src/functions/channel/frames.ts`.
"""

import json
import os

from sallyport_runtime.invocation import Invocation

READY, ANSWER, ERROR, INIT_ERROR = 1, 2, 3, 5


class Channel:
    def __init__(self, fd):
        os.set_inheritable(fd, False)
        self._fd = fd
        # Whoever sees it closed takes the process for gone: that is for its exit to do.
        self._stream = open(fd, "rb", closefd=False)

    def next(self):
        return self._send_and_ask(READY, b"")

    def invocation_response(self, _request_id, body):
        """Answers, and gives the next invocation."""
        return self._send_and_ask(ANSWER, body)

    def invocation_error(self, _request_id, error):
        """Answers with an error, and gives the next invocation."""
        return self._send_and_ask(ERROR, json.dumps(error).encode("utf-8"))

    def init_error(self, error):
        self._send(INIT_ERROR, json.dumps(error).encode("utf-8"))

    def _send(self, kind, body):
        frame = memoryview(len(body).to_bytes(4, "big") + bytes((kind,)) + body)
        while frame:
            frame = frame[os.write(self._fd, frame) :]

    def _send_and_ask(self, kind, body):
        self._send(kind, body)
        lengths = self._stream.read(8)
        if len(lengths) < 8:
            # The platform is gone, and with it whoever this function could work for.
            raise SystemExit(1)
        line_bytes = int.from_bytes(lengths[4:], "big")
        rest = self._stream.read(int.from_bytes(lengths[:4], "big"))
        request_id, deadline_ms, arn, trace_id, client_context = rest[:line_bytes].decode("utf-8").split("\n")
        return Invocation(rest[line_bytes:], request_id, int(deadline_ms), arn, trace_id, client_context or None)

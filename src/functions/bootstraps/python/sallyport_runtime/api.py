"""A client of the Lambda Runtime API on one kept connection.

http.client takes 20 ms to import, more than all the rest of a cold start. What is spoken here is the part of HTTP/1.1
that a Runtime API speaks: its answers have a Content-Length.
"""

import json
import socket

from sallyport_runtime.invocation import Invocation

PREFIX = "/2018-06-01/runtime/"
# Asks for the next invocation in place of the receipt: one hop each way in place of two. Unknown to others, who ignore it.
AND_NEXT = "X-Sallyport-Next: 1\r\n"


def to_invocation(headers, body):
    return Invocation(
        body,
        headers["lambda-runtime-aws-request-id"],
        int(headers["lambda-runtime-deadline-ms"]),
        headers.get("lambda-runtime-invoked-function-arn", ""),
        headers.get("lambda-runtime-trace-id"),
        headers.get("lambda-runtime-client-context"),
        headers.get("lambda-runtime-cognito-identity"),
    )


class RuntimeApi:
    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        self._address = address
        self._socket = socket.create_connection((host, int(port)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._stream = self._socket.makefile("rb")

    def next(self):
        return to_invocation(*self._send("GET", "invocation/next"))

    def invocation_response(self, request_id, body):
        """Answers, and gives the next invocation."""
        return self._next_after(self._send("POST", "invocation/%s/response" % request_id, body, AND_NEXT))

    def invocation_error(self, request_id, error):
        """Answers with an error, and gives the next invocation."""
        return self._next_after(self._send_error("invocation/%s/error" % request_id, error, AND_NEXT))

    def init_error(self, error):
        self._send_error("init/error", error)

    def _next_after(self, receipt):
        """Sallyport sends the next invocation with its receipt; anything else sends a receipt alone, as it does for an answer
        that is too large (413: the platform tells the caller, and the function goes on)."""
        headers, body = receipt
        return to_invocation(headers, body) if "lambda-runtime-aws-request-id" in headers else self.next()

    def _send_error(self, path, error, more=""):
        # The name is the function's; a header takes ASCII alone.
        name = error["errorType"].encode("ascii", "replace").decode("ascii")
        header = "Lambda-Runtime-Function-Error-Type: %s\r\n%s" % (name, more)
        return self._send("POST", path, json.dumps(error).encode("utf-8"), header)

    def _send(self, method, path, body=b"", header=""):
        head = "%s %s%s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n" % (
            method, PREFIX, path, self._address, len(body), header)
        self._socket.sendall(head.encode("latin-1") + body)
        if not self._stream.readline():
            # The platform is gone, and with it whoever this function could work for.
            raise SystemExit(1)
        headers = {}
        while True:
            line = self._stream.readline().decode("latin-1").rstrip("\r\n")
            if not line:
                break
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return headers, self._stream.read(int(headers.get("content-length", "0")))

"""Errors as Lambda's Python runtime writes them: errorMessage, errorType, requestId, stackTrace."""

import os
import sys


class LambdaError(Exception):
    """An error of the runtime itself, with Lambda's name for it."""

    def __init__(self, error_type, message, stack_trace=()):
        super().__init__(message)
        self.error_type = error_type
        self.stack_trace = list(stack_trace)


def error_object(error, request_id):
    """The error as it is reported; the frames of this runtime itself are left out of its trace."""
    if isinstance(error, LambdaError):
        name, trace = error.error_type, error.stack_trace
    else:
        name, trace = type(error).__name__, user_frames(error)
    return {"errorMessage": str(error), "errorType": name, "requestId": request_id, "stackTrace": trace}


def user_frames(error):
    import traceback

    bootstrap = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    frames = traceback.extract_tb(error.__traceback__)
    while frames and os.path.abspath(frames[0].filename).startswith(bootstrap):
        del frames[0]
    return traceback.format_list(frames)


def log_error(described):
    """Writes `[ERROR] Type: message` and the trace as one line of the log: line ends inside it are carriage returns."""
    lines = ["[ERROR] %s: %s" % (described["errorType"], described["errorMessage"])]
    if described["stackTrace"]:
        lines.append("Traceback (most recent call last):")
        for entry in described["stackTrace"]:
            for line in entry.rstrip("\n").split("\n"):
                text = line.lstrip(" ")
                # Leading spaces would be lost in CloudWatch's console, so Lambda writes no-break spaces.
                lines.append("\u00a0" * (len(line) - len(text)) + text)
    sys.stdout.flush()
    sys.stdout.buffer.write(("\r".join(lines) + "\n").encode("utf-8"))
    sys.stdout.buffer.flush()

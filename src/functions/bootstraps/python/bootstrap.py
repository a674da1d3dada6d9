"""The program of a python* instance: loads the handler, then runs one invocation after the other.

It takes them from the channel that it is born with; without one it speaks the Lambda Runtime API. Modules that take long to import are imported when they are needed.
"""

import importlib
import json
import os
import sys

from sallyport_runtime.assignment import become_assigned
from sallyport_runtime.context import LambdaContext
from sallyport_runtime.errors import LambdaError, error_object, log_error
from sallyport_runtime.log import set_up_logging


def load_handler(setting):
    """Finds the function that a handler setting such as `app.handler` or `src/app.handler` names."""
    module_name, dot, function_name = setting.rpartition(".")
    if not dot:
        raise LambdaError("Runtime.MalformedHandlerName", "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % setting)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise LambdaError("Runtime.ImportModuleError", "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        raise LambdaError("Runtime.UserCodeSyntaxError", "Syntax error in module '%s': %s" % (module_name, error), trace)
    handler = getattr(module, function_name, None)
    if handler is None:
        raise LambdaError("Runtime.HandlerNotFound", "Handler '%s' missing on module '%s'" % (function_name, module_name))
    return handler


def answer(handler, invocation):
    """The handler's answer as JSON bytes."""
    try:
        event = json.loads(invocation.body)
    except ValueError as error:
        raise LambdaError("Runtime.UnmarshalError", "Unable to unmarshal input: %s" % error)
    result = handler(event, LambdaContext(invocation))
    try:
        return json.dumps(result, ensure_ascii=False, allow_nan=False, default=decimal).encode("utf-8")
    except (TypeError, ValueError) as error:
        raise LambdaError("Runtime.MarshalError", "Unable to marshal response: %s" % error)


def decimal(value):
    """JSON for what the json module does not know: of that, Lambda knows decimal.Decimal."""
    module = sys.modules.get("decimal")
    if module is not None and isinstance(value, module.Decimal):
        return int(value) if value == value.to_integral_value() and value.as_tuple().exponent >= 0 else float(value)
    raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)


def platform():
    # No business of the function's.
    channel = os.environ.pop("SALLYPORT_CHANNEL", None)
    if channel is not None:
        from sallyport_runtime.channel import Channel

        return Channel(int(channel))
    from sallyport_runtime.api import RuntimeApi

    return RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])


def main():
    if "SALLYPORT_TEMPLATE" in os.environ:
        become_assigned()
    sys.stdout.reconfigure(line_buffering=True)
    # Where this file lies is no business of the function's; its own folder comes first, as on AWS.
    sys.path[0] = os.environ["LAMBDA_TASK_ROOT"]
    api = platform()
    log = set_up_logging()
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as error:
        described = error_object(error, "")
        log_error(described)
        api.init_error(described)
        sys.exit(1)

    invocation = api.next()
    while True:
        log.aws_request_id = invocation.request_id
        os.environ["_X_AMZN_TRACE_ID"] = invocation.trace_id or ""
        try:
            body = answer(handler, invocation)
        except Exception as error:
            described = error_object(error, invocation.request_id)
            log_error(described)
            invocation = api.invocation_error(invocation.request_id, described)
        else:
            sys.stdout.flush()
            invocation = api.invocation_response(invocation.request_id, body)


main()

"""One invocation, as its runtime gets it."""


class Invocation:
    def __init__(self, body, request_id, deadline_ms, invoked_function_arn, trace_id, client_context, cognito_identity=None):
        self.body = body
        self.request_id = request_id
        self.deadline_ms = deadline_ms
        self.invoked_function_arn = invoked_function_arn
        self.trace_id = trace_id
        self.client_context = client_context
        self.cognito_identity = cognito_identity

/** Functions to begin with, in Python. */
export const PYTHON = {
  hello: `import json


def lambda_handler(event, context):
    print("Received", json.dumps(event))
    return {"message": "Hello from Lambda!", "received": event}
`,
  proxy: `import json


# Behind a proxy integration: the request comes as an event, and what is returned becomes the response.
def lambda_handler(event, context):
    http = (event.get("requestContext") or {}).get("http") or {}
    name = (event.get("queryStringParameters") or {}).get("name", "world")
    body = {
        "message": f"Hello, {name}!",
        "method": event.get("httpMethod") or http.get("method"),
        "path": event.get("path") or event.get("rawPath"),
    }
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(body),
    }
`,
  'token-authorizer': `# A TOKEN authorizer. Check the token here, such as a JSON Web Token's signature.
def lambda_handler(event, context):
    token = event.get("authorizationToken")
    if token == "allow":
        return answer("user", "Allow", event["methodArn"])
    if token == "deny":
        return answer("user", "Deny", event["methodArn"])
    # The client gets 401.
    raise Exception("Unauthorized")


def answer(principal_id, effect, resource):
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}
    return {
        "principalId": principal_id,
        "policyDocument": {"Version": "2012-10-17", "Statement": [statement]},
        # Integrations find these as $context.authorizer.KEY.
        "context": {"plan": "free"},
    }
`,
  'request-authorizer': `# A REQUEST authorizer: it sees headers, query and path, and may look at the caller's address.
def lambda_handler(event, context):
    headers = event.get("headers") or {}
    query = event.get("queryStringParameters") or {}
    key = headers.get("x-key") or query.get("key")
    effect = "Allow" if key == "open-sesame" else "Deny"
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": event["methodArn"]}
    identity = (event.get("requestContext") or {}).get("identity") or {}
    return {
        "principalId": key or "unknown",
        "policyDocument": {"Version": "2012-10-17", "Statement": [statement]},
        "context": {"sourceIp": identity.get("sourceIp", "")},
    }
`,
} as const;

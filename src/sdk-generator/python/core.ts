/**
 * What every Python client stands on: the standard library alone, signatures included (AWS Signature Version 4, IAM user
 * guide, "Create a signed AWS API request"). Python 3.8 or later.
 */
export const CORE = `"""Sends requests, signed where there are credentials. The standard library is all that it needs."""
import datetime
import hashlib
import hmac
import json
import re
import urllib.error
import urllib.parse
import urllib.request


class Response:
    """An answer: status, headers, its body as JSON where it is JSON, else as text, and as the bytes that came."""

    def __init__(self, status, headers, data, content):
        self.status = status
        self.headers = headers
        self.data = data
        self.content = content


class ApiError(Exception):
    """An answer with a status of 300 or above."""

    def __init__(self, response):
        super().__init__("Request failed with status code %d" % response.status)
        self.response = response


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


OPENER = urllib.request.build_opener(NoRedirects)


def encode(text, safe=""):
    return urllib.parse.quote(str(text), safe=safe + "-_.~")


def as_text(value):
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def pairs_of(values):
    pairs = []
    for name, value in (values or {}).items():
        for item in value if isinstance(value, (list, tuple)) else [value]:
            if item is not None:
                pairs.append((name, as_text(item)))
    return pairs


def canonical_query(pairs):
    return "&".join("%s=%s" % pair for pair in sorted((encode(name), encode(value)) for name, value in pairs))


def expand(path, params):
    def fill(match):
        value = as_text(params[match.group(1)])
        # Whoever passes the URL on may take these for steps in the path, and another method would be called.
        if any(part in (".", "..") for part in (value.split("/") if match.group(2) else [value])):
            raise ValueError("The path parameter %s is no part of a path: %s" % (match.group(1), value))
        return encode(value, "/" if match.group(2) else "")

    return re.sub(r"\\{([^{}]+?)(\\+?)\\}", fill, path)


def sign(config, method, url, query, headers, body):
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    headers["x-amz-date"] = now
    if config.session_token:
        headers["x-amz-security-token"] = config.session_token
    signed = {name.lower(): re.sub(" +", " ", value.strip()) for name, value in headers.items()}
    signed["host"] = url.netloc
    names = ";".join(sorted(signed))
    canonical = "\\n".join(
        [
            method,
            "/".join(encode(part) for part in url.path.split("/")),
            canonical_query(query),
            "".join("%s:%s\\n" % (name, signed[name]) for name in sorted(signed)),
            names,
            hashlib.sha256(body or b"").hexdigest(),
        ]
    )
    scope = "%s/%s/execute-api/aws4_request" % (now[:8], config.region)
    text = "\\n".join(["AWS4-HMAC-SHA256", now, scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = ("AWS4" + config.secret_key).encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (
        config.access_key,
        scope,
        names,
        signature,
    )


def send(config, method, path, params, query, headers, body, more_headers=None, more_query=None):
    pairs = pairs_of(query) + pairs_of(more_query)
    fields = {"Accept": "application/json"}
    payload = None
    if body is not None:
        is_binary = isinstance(body, (bytes, bytearray, memoryview))
        fields["Content-Type"] = "application/octet-stream" if is_binary else "application/json"
        payload = bytes(body) if is_binary else (body if isinstance(body, str) else json.dumps(body)).encode()
    for name, value in pairs_of(headers) + pairs_of(more_headers):
        for known in [known for known in fields if known.lower() == name.lower()]:
            del fields[known]
        fields[name] = value
    if config.api_key:
        fields["x-api-key"] = config.api_key
    text = config.endpoint + expand(path, params)
    if pairs:
        text += "?" + canonical_query(pairs)
    if config.access_key and config.secret_key:
        sign(config, method, urllib.parse.urlsplit(text), pairs, fields, payload)
    request = urllib.request.Request(text, data=payload, headers=fields, method=method)
    try:
        with OPENER.open(request, timeout=config.timeout) as answer:
            return read(answer)
    except urllib.error.HTTPError as error:
        with error:
            raise ApiError(read(error)) from None


def read(answer):
    content = answer.read()
    raw = content.decode("utf-8", "replace")
    try:
        data = json.loads(raw) if raw else None
    except ValueError:
        data = raw
    return Response(answer.status, dict(answer.headers.items()), data, content)
`;

import { AwsError, errorName } from './error.ts';
import type { Received } from './protocol.ts';
import { asRecord, type Values } from './values.ts';

const text = new TextDecoder();

/** An empty body is an empty object. */
export function parseJson(body: Uint8Array): Values {
  return body.length === 0 ? {} : asRecord(JSON.parse(text.decode(body)));
}

/** The error of every protocol of JSON: named in a header or in the body (Smithy, "Operation error serialization"). */
export function jsonError({ status, headers, body }: Received): AwsError {
  const { __type, message, Message, ...details } = parsedOrNothing(body);
  const name = errorName(String(headers.get('x-amzn-errortype') ?? __type ?? `HTTP ${status}`));
  return new AwsError(
    name,
    String(message ?? Message ?? ''),
    status,
    headers.get('x-amzn-requestid') ?? undefined,
    details,
  );
}

/** What stands between may answer in its own words, such as a proxy's page of HTML. */
function parsedOrNothing(body: Uint8Array): Values {
  try {
    return parseJson(body);
  } catch {
    return { message: text.decode(body.subarray(0, 500)) };
  }
}

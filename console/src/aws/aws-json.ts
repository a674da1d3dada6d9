import { decodeMembers, encodeMembers, memberNames } from './json.ts';
import { jsonError, parseJson } from './json-error.ts';
import type { Protocol } from './protocol.ts';

/** aws-json 1.0 and 1.1: one object each way, the operation in `X-Amz-Target` (Smithy, "AWS JSON 1.x protocols"). */
export function awsJson(version: '1.0' | '1.1'): Protocol {
  return {
    encode: (operation, input, schema) => ({
      method: 'POST',
      path: '/',
      query: [],
      headers: {
        'content-type': `application/x-amz-json-${version}`,
        'x-amz-target': `${schema.targetPrefix}.${operation.name}`,
      },
      body: new TextEncoder().encode(JSON.stringify(encodeMembers(operation.input?.members ?? [], input, memberNames))),
    }),
    decode: (operation, { body }) => decodeMembers(operation.output?.members ?? [], parseJson(body), memberNames),
    error: jsonError,
  };
}

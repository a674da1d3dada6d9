import type { ServiceError } from '../../../aws/index.ts';
import type { ServiceSchema } from '../../schema/index.ts';
import { describeError } from '../error-values.ts';
import { encodeMembers } from '../json/encode-json.ts';
import { jsonNames } from '../json/json-names.ts';
import type { WireResponse } from '../protocol.ts';
import { boundHeaders, isInHead } from './bound-headers.ts';

/** `x-amzn-ErrorType` names the error; the body holds its members (Smithy, "restJson1, operation error serialization"). */
export function encodeError(error: ServiceError, schema: ServiceSchema | undefined, requestId: string): WireResponse {
  const { name, statusCode, shape, values } = describeError(error, schema);
  const body = shape
    ? encodeMembers(
        shape.members.filter((member) => !isInHead(member)),
        values,
        jsonNames,
      )
    : values;
  return {
    statusCode,
    headers: [
      'x-amzn-RequestId',
      requestId,
      'x-amzn-ErrorType',
      name,
      'Content-Type',
      'application/json',
      ...boundHeaders(shape?.members ?? [], values),
    ],
    body: Buffer.from(JSON.stringify(body), 'utf8'),
  };
}

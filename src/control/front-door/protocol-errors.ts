import { ServiceError } from '../../aws/index.ts';
import type { ProtocolName } from '../schema/index.ts';

interface Row {
  readonly unknownOperation: readonly [code: string, statusCode: number];
  readonly malformed: readonly [code: string, statusCode: number];
}

/** Smithy's protocol specifications for JSON and CBOR; for aws-query AWS's "Common errors" and CloudWatch as recorded. */
const ROWS: Readonly<Record<ProtocolName, Row>> = {
  'rest-json': { unknownOperation: ['UnknownOperationException', 404], malformed: ['SerializationException', 400] },
  'aws-json-1.0': { unknownOperation: ['UnknownOperationException', 400], malformed: ['SerializationException', 400] },
  'aws-json-1.1': { unknownOperation: ['UnknownOperationException', 400], malformed: ['SerializationException', 400] },
  'aws-query': { unknownOperation: ['InvalidAction', 400], malformed: ['MalformedInput', 400] },
  'rpc-v2-cbor': { unknownOperation: ['UnknownOperationException', 404], malformed: ['SerializationException', 400] },
};

/** @param called what the request calls the operation, in its protocol's way */
export function unknownOperation(protocol: ProtocolName, called: string): ServiceError {
  return new ServiceError(...ROWS[protocol].unknownOperation, `Could not find operation ${called}`);
}

export function malformedRequest(protocol: ProtocolName, reason: string): ServiceError {
  return new ServiceError(...ROWS[protocol].malformed, reason);
}

/** Sallyport's own answer where AWS has something that it lacks. */
export function notImplemented(what: string): ServiceError {
  return new ServiceError('NotImplementedException', 501, `Sallyport does not implement ${what}.`);
}

/** Lambda's text, without the operation: it is not looked for before the body has been read. */
export function bodyTooLarge(limitBytes: number): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', 413, `Request must be smaller than ${limitBytes} bytes`);
}

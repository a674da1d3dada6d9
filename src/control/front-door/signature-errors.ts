import { ServiceError } from '../../aws/index.ts';
import type { SignatureFailure, SignatureFailureKind } from '../../sigv4/index.ts';
import type { ProtocolName } from '../schema/index.ts';

type Row = Readonly<Record<SignatureFailureKind, readonly [code: string, statusCode: number]>>;

/** As API Gateway answers: fact D107, and 403 for a malformed header as recorded in several issue trackers. */
const REST: Row = {
  missing: ['MissingAuthenticationTokenException', 403],
  incomplete: ['IncompleteSignatureException', 403],
  'unknown-key': ['UnrecognizedClientException', 403],
  expired: ['ExpiredTokenException', 403],
  mismatch: ['InvalidSignatureException', 403],
};
/** The same names with 400, as recorded on DynamoDB (dynalite), CloudWatch Logs and Cognito. */
const JSON_RPC: Row = {
  missing: ['MissingAuthenticationTokenException', 400],
  incomplete: ['IncompleteSignatureException', 400],
  'unknown-key': ['UnrecognizedClientException', 400],
  expired: ['ExpiredTokenException', 400],
  mismatch: ['InvalidSignatureException', 400],
};
/** IAM API reference, "Common errors", and STS as recorded. */
const QUERY: Row = {
  missing: ['MissingAuthenticationToken', 403],
  incomplete: ['IncompleteSignature', 400],
  'unknown-key': ['InvalidClientTokenId', 403],
  expired: ['ExpiredToken', 403],
  mismatch: ['SignatureDoesNotMatch', 403],
};

const ROWS: Readonly<Record<ProtocolName, Row>> = {
  'rest-json': REST,
  'aws-json-1.0': JSON_RPC,
  'aws-json-1.1': JSON_RPC,
  'aws-query': QUERY,
  'rpc-v2-cbor': REST,
};

/** What a failed signature is called in a protocol. */
export function signatureError(failure: SignatureFailure, protocol: ProtocolName): ServiceError {
  const [code, statusCode] = ROWS[protocol][failure.kind];
  return new ServiceError(code, statusCode, message(failure, protocol));
}

/** Only the REST front of AWS has the short form of this text. */
function message(failure: SignatureFailure, protocol: ProtocolName): string {
  if (failure.kind === 'missing' && protocol !== 'rest-json') return 'Request is missing Authentication Token';
  return failure.message;
}

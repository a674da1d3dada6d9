import { readAuthorizationHeader } from './authorization-header.ts';
import { type CredentialScope, type ExpectedScope, parseCredential } from './credential-scope.ts';
import { type HeaderIndex, indexHeaders } from './header-index.ts';
import { SIGNATURE_LIMITS } from './limits.ts';
import { type PayloadKind, payloadKind } from './payload.ts';
import { isPresigned, readPresignedQuery } from './presigned-query.ts';
import { incomplete, mismatch, missingSignature, type SignatureFailure } from './signature-failure.ts';
import type { SignatureParameters } from './signature-parameters.ts';
import type { SignedRequest } from './signed-request.ts';
import { outsideWindow, parseSigningTime } from './signing-time.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** Who claims to have signed a request, when and for what. Everything that can be checked without the secret is. */
export interface Claim {
  readonly ok: true;
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  /** `20260131T235959Z` */
  readonly date: string;
  /** Lower-case names in the order in which they were signed. */
  readonly signedHeaders: readonly string[];
  /** As received. */
  readonly signature: string;
  readonly sessionToken: string | undefined;
  readonly payload: PayloadKind;
  /** What the request declares about its body's hash. */
  readonly contentSha256: string | undefined;
  readonly headers: HeaderIndex;
}

/**
 * Reads a request's signature from its `Authorization` field or its query and checks parameters, time and scope, in the
 * order in which AWS does (recorded on DynamoDB by the dynalite project).
 * @param nowMs milliseconds since the epoch
 * @param expected the scope to insist on; a control plane, whose host names no service, insists on none
 */
export function readClaim(
  request: SignedRequest,
  nowMs: number,
  expected: ExpectedScope = {},
): Claim | SignatureFailure {
  const headers = indexHeaders(request.headers);
  const parameters = readParameters(request.query, headers);
  if ('ok' in parameters) return parameters;

  const time = parseSigningTime(parameters.date);
  if ('ok' in time) return time;
  const expiresSeconds = readExpires(parameters);
  if (typeof expiresSeconds === 'object') return expiresSeconds;
  const badTime = outsideWindow(time, nowMs, expiresSeconds);
  if (badTime) return badTime;

  const signedHeaders = parameters.signedHeaders.toLowerCase().split(';');
  if (!signedHeaders.includes('host') && !signedHeaders.includes(':authority')) {
    return mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  if (parameters.algorithm !== ALGORITHM) {
    return incomplete(`Unsupported AWS 'algorithm': '${parameters.algorithm}' (only ${ALGORITHM} for now). `);
  }
  const credential = parseCredential(parameters.credential, time, expected);
  if ('ok' in credential) return credential;

  const isPresignedS3 = parameters.form === 'presigned' && credential.scope.service === 's3';
  return {
    ok: true,
    accessKeyId: credential.accessKeyId,
    scope: credential.scope,
    date: time.text,
    signedHeaders,
    signature: parameters.signature,
    sessionToken: parameters.sessionToken,
    payload: payloadKind(parameters.contentSha256, isPresignedS3),
    contentSha256: parameters.contentSha256,
    headers,
  };
}

function readParameters(query: string, headers: HeaderIndex): SignatureParameters | SignatureFailure {
  const [authorization, second] = headers.get('authorization') ?? [];
  // Of two fields the other one would go on, and whoever reads that would take it for verified. The text is ours.
  if (second !== undefined) return incomplete("Only one 'Authorization' header is allowed.");
  const presigned = isPresigned(query);
  if (authorization !== undefined && presigned) {
    return mismatch("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
  }
  if (authorization !== undefined) return readAuthorizationHeader(authorization, headers);
  return presigned ? readPresignedQuery(new URLSearchParams(query), headers) : missingSignature;
}

/** Texts as S3 sends them; a service without them (STS, execute-api) does not ask for the parameter. */
function readExpires(parameters: SignatureParameters): number | undefined | SignatureFailure {
  if (parameters.expires === undefined) return undefined;
  const seconds = Number(parameters.expires);
  if (!/^-?\d+$/.test(parameters.expires)) return incomplete('X-Amz-Expires should be a number');
  if (seconds < 0) return incomplete('X-Amz-Expires must be non-negative');
  if (seconds > SIGNATURE_LIMITS.presignedSeconds) {
    return incomplete(
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${SIGNATURE_LIMITS.presignedSeconds} seconds`,
    );
  }
  return seconds;
}

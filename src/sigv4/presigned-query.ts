import type { HeaderIndex } from './header-index.ts';
import { incomplete, type SignatureFailure } from './signature-failure.ts';
import type { SignatureParameters } from './signature-parameters.ts';

const REQUIRED = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
  'X-Amz-Date',
] as const;

/** Whether a query, as received, carries a signature, good or not. */
export function isPresigned(query: string): boolean {
  return query.includes('X-Amz-Algorithm=');
}

/** Reads the `X-Amz-*` parameters of a presigned URL. */
export function readPresignedQuery(
  query: URLSearchParams,
  headers: HeaderIndex,
): SignatureParameters | SignatureFailure {
  const complaints = REQUIRED.filter((name) => !query.get(name)).map(
    (name) => `AWS query-string parameters must include '${name}'.`,
  );
  if (complaints.length > 0) return incomplete([...complaints, 'Re-examine the query-string parameters.'].join(' '));
  const sessionToken = query.get('X-Amz-Security-Token') ?? headers.get('x-amz-security-token')?.[0];
  const contentSha256 = headers.get('x-amz-content-sha256')?.[0] ?? query.get('X-Amz-Content-Sha256');
  const expires = query.get('X-Amz-Expires');
  return {
    form: 'presigned',
    algorithm: query.get('X-Amz-Algorithm') ?? '',
    credential: query.get('X-Amz-Credential') ?? '',
    signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
    signature: query.get('X-Amz-Signature') ?? '',
    date: query.get('X-Amz-Date') ?? '',
    ...(sessionToken != null && { sessionToken }),
    ...(contentSha256 != null && { contentSha256 }),
    ...(expires !== null && { expires }),
  };
}

import { createHash } from 'node:crypto';

/**
 * What a signature says about the body. `signed`: the hash of the whole body is signed. `unsigned`: the signer left the body
 * out (`UNSIGNED-PAYLOAD`). `chunked`: the body is framed in chunks with signatures or trailers of their own
 * (`STREAMING-...`), of which this signature covers only the seed.
 */
export type PayloadKind = 'signed' | 'unsigned' | 'chunked';

const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/**
 * @param contentSha256 what the request declares
 * @param isPresignedS3 a presigned URL of S3 never covers the body (S3 API reference, query-string authentication)
 */
export function payloadKind(contentSha256: string | undefined, isPresignedS3: boolean): PayloadKind {
  if (contentSha256 === undefined) return isPresignedS3 ? 'unsigned' : 'signed';
  if (contentSha256 === UNSIGNED_PAYLOAD) return 'unsigned';
  return contentSha256.startsWith('STREAMING-') ? 'chunked' : 'signed';
}

/** What stands for the body in the canonical request. */
export function payloadHash(kind: PayloadKind, contentSha256: string | undefined, bodySha256: string): string {
  if (kind === 'signed') return bodySha256;
  return contentSha256 ?? UNSIGNED_PAYLOAD;
}

/** SHA-256 as lower-case hex. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

export function sha256Base64(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('base64');
}

import { promisify } from 'node:util';
import { BodyTooLargeError } from '../../http/index.ts';
import { SerializationError } from '../protocols/index.ts';

/**
 * Undoes the compression that clients apply to large requests (Smithy, `requestCompression`: gzip only). The signature
 * covers the compressed bytes, so this comes after its verification.
 * @throws {BodyTooLargeError} when it would become larger than `limitBytes`
 * @throws {SerializationError} when it is not gzip
 */
export async function decompress(
  body: Buffer,
  contentEncoding: string | undefined,
  limitBytes: number,
): Promise<Buffer> {
  if (contentEncoding?.toLowerCase() !== 'gzip') return body;
  const { gunzip } = await import('node:zlib');
  try {
    return await promisify(gunzip)(body, { maxOutputLength: limitBytes });
  } catch (error) {
    if (error instanceof RangeError) throw new BodyTooLargeError(limitBytes);
    throw new SerializationError('The request body is not valid gzip.');
  }
}

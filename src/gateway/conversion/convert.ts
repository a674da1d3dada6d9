import type { ContentHandling } from '../../model/index.ts';

/** What becomes of a payload between client and backend. */
export type Conversion = 'none' | 'encode' | 'decode';

/**
 * One row of the guide's two tables of conversions (facts D73, D74): binary data becomes text by base64, text becomes binary
 * data by the reverse, and nothing else happens.
 * @param isBinary whether the payload's own media type is among the API's binary ones
 * @param wantsBinary whether the side that receives it takes binary data, which counts where `contentHandling` is not set
 */
export function conversionOf(
  isBinary: boolean,
  wantsBinary: boolean,
  contentHandling: ContentHandling | undefined,
): Conversion {
  const toBinary = contentHandling === undefined ? wantsBinary : contentHandling === 'CONVERT_TO_BINARY';
  if (isBinary === toBinary) return 'none';
  return isBinary ? 'encode' : 'decode';
}

/** Base64 as Java's basic decoder takes it: no line breaks; the padding may be missing. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** @returns undefined for text that is no base64 and shall be binary: a configuration error (fact D74) */
export function convert(bytes: Buffer, conversion: Conversion): Buffer | undefined {
  if (conversion === 'none') return bytes;
  if (conversion === 'encode') return Buffer.from(bytes.toString('base64'));
  const text = bytes.toString('latin1');
  if (!BASE64.test(text)) return undefined;
  const digits = text.endsWith('=') ? text.indexOf('=') : text.length;
  const isWhole = digits % 4 !== 1 && (digits === text.length || text.length % 4 === 0);
  return isWhole ? Buffer.from(text, 'base64') : undefined;
}

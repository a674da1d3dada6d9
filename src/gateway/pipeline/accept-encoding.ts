/** The codings that AWS compresses with (guide, "Content codings supported by API Gateway"). */
export type ResponseCoding = 'gzip' | 'deflate';

const SUPPORTED = new Set(['gzip', 'deflate', 'identity', '*']);

/**
 * The coding to compress a response with (RFC 9110 section 12.5.3): of the codings that the client wants most, the first that
 * is supported. Undefined when none is, when that is `identity`, or when the client does not say (fact D76).
 */
export function responseCoding(acceptEncoding: string | undefined): ResponseCoding | undefined {
  const wanted = (acceptEncoding ?? '')
    .split(',')
    .map(readPreference)
    .filter(({ coding, weight }) => coding !== '' && weight > 0);
  const most = Math.max(...wanted.map(({ weight }) => weight));
  const chosen = wanted.find(({ coding, weight }) => weight === most && SUPPORTED.has(coding))?.coding;
  if (chosen === '*') return 'gzip';
  return chosen === 'gzip' || chosen === 'deflate' ? chosen : undefined;
}

function readPreference(text: string): { readonly coding: string; readonly weight: number } {
  const [coding = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { coding, weight: weight === undefined ? 1 : Number(weight) || 0 };
}

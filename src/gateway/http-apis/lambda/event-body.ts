import { firstHeader, mediaTypeOf } from '../../text/index.ts';

/** Types whose bodies are given as text; every other body is base64, one without a type, too (fact D129). */
const TEXTS: ReadonlySet<string> = new Set(['application/json', 'application/xml', 'application/javascript']);

/** The body of an event. */
export function eventBody(headers: readonly string[], body: Buffer) {
  if (body.length === 0) return { body: undefined, isBase64Encoded: false };
  const contentType = firstHeader(headers, 'content-type');
  const type = contentType === undefined ? '' : mediaTypeOf(contentType);
  const isText = type.startsWith('text/') || TEXTS.has(type);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

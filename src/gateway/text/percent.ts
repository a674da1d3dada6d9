/** Decodes percent-encoded UTF-8; text that is not well formed stays as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Encodes a value as one segment of a path: a `/` in it must not become a separator (RFC 3986 section 3.3). */
export function encodePathSegment(value: string): string {
  return encodeText(value).replace(/%(?:21|24|26|27|28|29|2A|2B|2C|3A|3B|3D|40)/g, decodeURIComponent);
}

/** Encodes a value as several segments: what is a `/` stays one. */
export function encodePath(value: string): string {
  return value.split('/').map(encodePathSegment).join('/');
}

/** Encodes a name or a value of a query string. */
export function encodeQueryPart(value: string): string {
  return encodeText(value);
}

/** JSON may hold half of a surrogate pair, which has no UTF-8: it becomes U+FFFD, as wherever text is written. */
function encodeText(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

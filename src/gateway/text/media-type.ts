/** An API's `binaryMediaTypes`. */
export type MediaTypes = readonly string[];

/** `type/subtype` in lower case, without parameters (RFC 9110 section 8.3.1). */
export function mediaTypeOf(contentType: string): string {
  const end = contentType.indexOf(';');
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}

/** The first media range of an `Accept` field, the only one that AWS looks at (guide, "important notes"). */
export function acceptedType(accept: string | undefined): string | undefined {
  if (accept === undefined) return undefined;
  const end = accept.indexOf(',');
  return mediaTypeOf(end < 0 ? accept : accept.slice(0, end));
}

/**
 * Whether a media type is among the binary ones: spelled out, or everything by a configured `*` + `/*`. A request for `*`
 * + `/*` matches no type that is spelled out (fact D57).
 */
export function matchesMediaType(types: MediaTypes, mediaType: string | undefined): boolean {
  for (const type of types) {
    if (type === '*/*') return true;
    if (mediaType !== undefined && type.toLowerCase() === mediaType) return true;
  }
  return false;
}

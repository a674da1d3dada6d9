/** Small readings of HTTP's own text forms: header lists, query strings, media types, percent-encoding. Pure functions. */
export { hasDotSegment } from './dot-segments.ts';
export { firstHeader, hasHeader, headerPairs, lastHeaderExact, onlyHeader } from './header-list.ts';
export { headerText, isToken } from './header-text.ts';
export { javaDate } from './java-date.ts';
export { escaped, quoted, quotedOrNull } from './json-text.ts';
export { acceptedType, type MediaTypes, matchesMediaType, mediaTypeOf } from './media-type.ts';
export { decodePercent, encodePath, encodePathSegment, encodeQueryPart } from './percent.ts';
export { parseQuery, type QueryParameter } from './query-string.ts';

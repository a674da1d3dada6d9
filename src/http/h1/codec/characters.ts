/** Bytes that the grammar names one by one. */
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SP = 0x20;
export const COLON = 0x3a;

const UNRESERVED = /[A-Za-z0-9._~-]/;

/** `tchar` of RFC 9110 section 5.6.2: what a method and a field name are made of. */
export const TOKEN: Uint8Array = table(/[A-Za-z0-9!#$%&'*+.^_`|~-]/);

/**
 * What a request target may hold: RFC 3986's path and query characters, the percent sign, and the square brackets that
 * browsers send unencoded in queries. `|`, `{` and `}` must arrive encoded, as on AWS (fact D9).
 */
export const TARGET: Uint8Array = table(UNRESERVED, /[!$&'()*+,;=:@%/?[\]]/);

/** `field-vchar`, space and tab of RFC 9110 section 5.5; bytes from 0x80 up are opaque. */
export const FIELD_VALUE: Uint8Array = table(/[\t\x20-\x7e\x80-\xff]/);

/** `uri-host [ ":" port ]` of RFC 9110 section 7.2. */
export const HOST: Uint8Array = table(UNRESERVED, /[!$&'()*+,;=:%[\]]/);

/** 1 at each byte whose character one of the patterns matches, 0 elsewhere: one load a byte in the parsers. */
function table(...patterns: readonly RegExp[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    patterns.some((pattern) => pattern.test(String.fromCharCode(byte))) ? 1 : 0,
  );
}

const UNRESERVED_ONLY = /^[A-Za-z0-9._~-]*$/;
const ESCAPE = /%[0-9A-Fa-f]{2}/y;

/**
 * Percent-encodes as SigV4 asks for: everything but RFC 3986's unreserved characters, in upper-case hex.
 * @param text taken literally, so a `%` becomes `%25`
 */
export function uriEncode(text: string): string {
  if (UNRESERVED_ONLY.test(text)) return text;
  let encoded = '';
  for (const byte of Buffer.from(text, 'latin1')) encoded += encodedByte(byte);
  return encoded;
}

/**
 * Brings text that is percent-encoded somehow into SigV4's one spelling. A `%` that escapes nothing is taken literally, a
 * `+` is a space when `plusIsSpace`.
 */
export function uriRecode(text: string, plusIsSpace: boolean): string {
  if (UNRESERVED_ONLY.test(text)) return text;
  let encoded = '';
  for (let at = 0; at < text.length; at += 1) {
    ESCAPE.lastIndex = at;
    if (ESCAPE.test(text)) {
      encoded += encodedByte(Number.parseInt(text.slice(at + 1, at + 3), 16));
      at += 2;
    } else if (plusIsSpace && text[at] === '+') encoded += '%20';
    else encoded += uriEncode(text.charAt(at));
  }
  return encoded;
}

function encodedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return UNRESERVED_ONLY.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

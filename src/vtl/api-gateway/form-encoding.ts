/** `application/x-www-form-urlencoded` as `java.net.URLEncoder` writes it: a space becomes `+`, only `.-*_` stay. */
export function formEncode(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text)) encoded += ENCODED[byte] ?? '';
  return encoded;
}

/** As `java.net.URLDecoder` reads it. @throws {Error} for a `%` without two hexadecimal digits */
export function formDecode(text: string): string {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) throw new Error(`Illegal escape in a URL-encoded text: ${text.slice(0, 100)}`);
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-fA-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}

const ENCODED: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if (/[A-Za-z0-9.\-*_]/.test(char)) return char;
  return char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

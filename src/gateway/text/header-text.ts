/**
 * A value as it can stand in a header field: text outside ASCII as its UTF-8 bytes, one character a byte, which is how
 * header lists hold bytes. Undefined for a value with a control character: a line break in it would start another field.
 */
export function headerText(value: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
  return /^[\x00-\x7f]*$/.test(value) ? value : Buffer.from(value, 'utf8').toString('latin1');
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether a text can be a header's name (RFC 9110 section 5.1). */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

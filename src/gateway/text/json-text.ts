const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;

/**
 * What stands between the quotation marks of a text in JSON. Most texts are ASCII that stands as it is (RFC 8259 section 7), and to look
 * costs less than `JSON.stringify`.
 */
export function escaped(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === QUOTATION_MARK || code === BACKSLASH)
      return JSON.stringify(text).slice(1, -1);
  }
  return text;
}

/** A text as JSON. */
export function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** The same, and null for what is missing. */
export function quotedOrNull(text: string | undefined): string {
  return text === undefined ? 'null' : quoted(text);
}

const NOT_ASCII = /[^\x20-\x7e]/g;

/** A text as it stands in JSON between its quotes, in ASCII. What clients send is nearly always plain; to look costs less than to rewrite. */
export function escaped(text: string): string {
  if (isPlain(text)) return text;
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(NOT_ASCII, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** ASCII that JSON takes as it is (RFC 8259 section 7). */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === QUOTATION_MARK || code === BACKSLASH) return false;
  }
  return true;
}

const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;

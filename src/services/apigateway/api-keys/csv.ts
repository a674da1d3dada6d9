/** What stands between commas; a field in quotes (`"` or `'`) may hold commas, line ends and, doubled, its own quote. */
type Row = readonly string[];

/**
 * Reads comma-separated values (RFC 4180, with `'` as a second quote: guide page api-key-file-format). Space around a field
 * does not count; empty lines are left out.
 */
export function parseCsv(text: string): readonly Row[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const field = readField(text, at);
    row.push(field.value);
    at = field.end;
    if (text[at] === ',') {
      at += 1;
      // A comma at the very end is followed by one more field, which is empty.
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((fields) => fields.some((field) => field !== ''));
}

function readField(text: string, start: number): { readonly value: string; readonly end: number } {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  const quote = text[at];
  if (quote === '"' || quote === "'") return readQuoted(text, at, quote);
  const end = endOfField(text, at);
  return { value: text.slice(at, end).trim(), end };
}

function readQuoted(text: string, open: number, quote: string): { readonly value: string; readonly end: number } {
  let value = '';
  let from = open + 1;
  for (;;) {
    const close = text.indexOf(quote, from);
    // A quote that is never closed is part of a text that begins with it.
    if (close < 0) {
      const end = endOfField(text, open);
      return { value: text.slice(open, end).trim(), end };
    }
    value += text.slice(from, close);
    if (text[close + 1] !== quote) return { value, end: endOfField(text, close + 1) };
    value += quote;
    from = close + 2;
  }
}

function endOfField(text: string, from: number): number {
  const found = /[,\r\n]/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

/** A place in a policy's text as the simulator tells it: both from 1. */
export interface Position {
  readonly Line: number;
  readonly Column: number;
}

export interface Span {
  readonly StartPosition: Position;
  readonly EndPosition: Position;
}

/**
 * Where the statements of a policy stand in its text, in their order.
 * @param text JSON that has been parsed before
 */
export function statementSpans(text: string): readonly Span[] {
  const start = valueOfStatement(text);
  if (start === undefined) return [];
  if (text[start] === '{') return [spanOf(text, start, endOfValue(text, start))];
  const spans: Span[] = [];
  for (let at = start + 1; at < text.length && text[at] !== ']'; at += 1) {
    if (text[at] !== '{') continue;
    const end = endOfValue(text, at);
    spans.push(spanOf(text, at, end));
    at = end - 1;
  }
  return spans;
}

/** Where the value of the document's own `Statement` begins. */
function valueOfStatement(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"') {
      const end = endOfText(text, at);
      const colon = /^\s*:\s*/.exec(text.slice(end, end + 1_000));
      if (depth === 1 && colon && text.slice(at, end) === '"Statement"') return end + colon[0].length;
      at = end - 1;
    }
  }
  return undefined;
}

/** Behind an object or a list that begins at `start`. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfText(text, at) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function spanOf(text: string, start: number, end: number): Span {
  return { StartPosition: positionOf(text, start), EndPosition: positionOf(text, end) };
}

function positionOf(text: string, at: number): Position {
  const before = text.slice(0, at);
  return { Line: before.split('\n').length, Column: at - before.lastIndexOf('\n') };
}

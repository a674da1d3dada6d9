/** A part of a text widget: a heading, the items of a list, or a paragraph. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

/** A part of a line. */
export type Span =
  | { readonly kind: 'plain' | 'bold' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** What widgets are written with most (user guide, "Using Markdown in CloudWatch"); the rest stays as it was written. */
export function blocksOf(markdown: string): readonly Block[] {
  return markdown.split(/\n\s*\n|\n(?=#{1,6} )/).flatMap(blocksOfPart);
}

function blocksOfPart(part: string): readonly Block[] {
  const [first = '', ...rest] = part.trim().split('\n');
  const heading = /^(#{1,6}) +(.*)$/.exec(first);
  if (heading) {
    const [, marks = '', text = ''] = heading;
    return [{ kind: 'heading', level: marks.length, text }, ...blocksOfPart(rest.join('\n'))];
  }
  if (first === '') return [];
  const lines = [first, ...rest];
  const items = lines.map((line) => /^\s*[-*+] +(.*)$/.exec(line)?.[1]);
  if (items.every((item) => item !== undefined)) return [{ kind: 'list', items }];
  return [{ kind: 'text', text: lines.join('\n') }];
}

const MARKED = /(\*\*[^*\n]+\*\*|`[^`\n]+`|\[[^\]\n]+\]\(https?:\/\/[^\s)]+\))/;

export function spansOf(text: string): readonly Span[] {
  return text
    .split(MARKED)
    .filter((piece) => piece !== '')
    .map(spanOf);
}

function spanOf(piece: string): Span {
  const link = /^\[(.+)\]\((https?:.+)\)$/.exec(piece);
  if (link) return { kind: 'link', text: link[1] ?? '', href: link[2] ?? '' };
  if (/^\*\*.+\*\*$/.test(piece)) return { kind: 'bold', text: piece.slice(2, -2) };
  if (/^`.+`$/.test(piece)) return { kind: 'code', text: piece.slice(1, -1) };
  return { kind: 'plain', text: piece };
}

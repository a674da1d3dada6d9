import { MetricMathError } from './errors.ts';

export interface Token {
  readonly kind: 'number' | 'name' | 'string' | 'symbol' | 'end';
  /** A string's without its quotes; an operator's as the parser knows it (`AND` for `&&`). */
  readonly text: string;
  readonly position: number;
}

const TOKEN =
  /(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z]\w*)|(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<symbol>==|!=|<=|>=|&&|\|\||[-+*/^<>()[\],])/y;
const SPACE = /\s*/y;
const SYNONYMS: Readonly<Record<string, string>> = { '&&': 'AND', '||': 'OR' };

/** The words of an expression, with one of kind `end` behind them. @throws {MetricMathError} */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
    if (at >= text.length) return [...tokens, { kind: 'end', text: '', position: at }];
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw new MetricMathError(`Unexpected character '${text.charAt(at)}'`, at);
    tokens.push(tokenOf(groups, at));
    at = TOKEN.lastIndex;
  }
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, position: number): Token {
  const { number, name, string, symbol = '' } = groups;
  if (number !== undefined) return { kind: 'number', text: number, position };
  if (string !== undefined) return { kind: 'string', text: unquote(string), position };
  if (name === 'AND' || name === 'OR') return { kind: 'symbol', text: name, position };
  if (name !== undefined) return { kind: 'name', text: name, position };
  return { kind: 'symbol', text: SYNONYMS[symbol] ?? symbol, position };
}

/** Of backslashes, those before the quote itself alone are the expression's; others belong to what is searched for. */
function unquote(text: string): string {
  const quote = text.charAt(0);
  return text.slice(1, -1).replaceAll(`\\${quote}`, quote);
}

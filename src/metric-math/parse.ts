import type { BinaryOperator, Node } from './ast.ts';
import { MetricMathError } from './errors.ts';
import { METRIC_MATH_LIMITS } from './limits.ts';
import { type Token, tokenize } from './token.ts';

/** From those that bind least; operators of one row are taken from the left. `^` is taken from the right. */
const PRECEDENCE: readonly (readonly BinaryOperator[])[] = [
  ['OR'],
  ['AND'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
];

/** CloudWatch user guide, "Metric math syntax and functions". @throws {MetricMathError} */
export function parse(text: string): Node {
  if (text.length > METRIC_MATH_LIMITS.expressionLength) {
    throw new MetricMathError(`The expression is longer than ${METRIC_MATH_LIMITS.expressionLength} characters`, 0);
  }
  const parser = new Parser(tokenize(text));
  const node = parser.operation(0);
  parser.expectEnd();
  return node;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  operation(row: number): Node {
    const operators = PRECEDENCE[row];
    if (operators === undefined) return this.#unary();
    let left = this.operation(row + 1);
    for (;;) {
      const { position } = this.#peek();
      const operator = operators.find((each) => this.#takes(each));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: this.operation(row + 1), position };
    }
  }

  expectEnd(): void {
    if (this.#peek().kind !== 'end') throw this.#unexpected();
  }

  #unary(): Node {
    const { position } = this.#peek();
    if (!this.#takes('-')) return this.#power();
    return this.#deeper(() => ({ kind: 'negate', operand: this.#unary(), position }));
  }

  #power(): Node {
    const left = this.#primary();
    const { position } = this.#peek();
    if (!this.#takes('^')) return left;
    return this.#deeper(() => ({ kind: 'binary', operator: '^', left, right: this.#unary(), position }));
  }

  #primary(): Node {
    const { kind, text, position } = this.#peek();
    if (kind === 'number') return this.#step({ kind, value: Number(text), position });
    if (kind === 'string') return this.#step({ kind, value: text, position });
    if (kind === 'name') {
      this.#at++;
      if (!this.#takes('(')) return { kind, name: text, position };
      return { kind: 'call', name: text, parameters: this.#list(')'), position };
    }
    if (this.#takes('[')) return { kind: 'array', items: this.#list(']'), position };
    if (!this.#takes('(')) throw this.#unexpected();
    const node = this.#deeper(() => this.operation(0));
    this.#expect(')');
    return node;
  }

  #list(end: string): Node[] {
    const items: Node[] = [];
    if (this.#takes(end)) return items;
    do items.push(this.#deeper(() => this.operation(0)));
    while (this.#takes(','));
    this.#expect(end);
    return items;
  }

  #deeper(read: () => Node): Node {
    if (++this.#depth > METRIC_MATH_LIMITS.depth) throw new MetricMathError('Nested too deeply', this.#peek().position);
    const node = read();
    this.#depth--;
    return node;
  }

  #step(node: Node): Node {
    this.#at++;
    return node;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', position: 0 };
  }

  #takes(symbol: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'symbol' || text !== symbol) return false;
    this.#at++;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#takes(symbol)) throw this.#unexpected();
  }

  #unexpected(): MetricMathError {
    const { kind, text, position } = this.#peek();
    return new MetricMathError(kind === 'end' ? 'Unexpected end of the expression' : `Unexpected '${text}'`, position);
  }
}

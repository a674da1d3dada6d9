import { QuerySyntaxError } from '../errors.ts';
import { QUERY_LIMITS } from '../limits.ts';
import { periodOf } from '../period.ts';
import type { BinaryOperator, Expression, TextPattern } from './ast.ts';
import type { Lexer } from './lexer.ts';

/** Words that end an expression, and are no fields. */
const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'like', 'as', 'by', 'asc', 'desc', 'into']);

/** Loosest first; `^` and what stands before an operand are read apart. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [['or'], ['and']];
const SUMS: readonly BinaryOperator[] = ['+', '-'];
const PRODUCTS: readonly BinaryOperator[] = ['*', '/', '%'];
const COMPARISONS: readonly BinaryOperator[] = ['=', '!=', '<=', '>=', '<', '>'];

/** Reads expressions (user guide, "Boolean, comparison, numeric, datetime, and other functions"). */
export class ExpressionReader {
  private readonly lexer: Lexer;
  private nesting = 0;
  private nodes = 0;

  constructor(lexer: Lexer) {
    this.lexer = lexer;
  }

  /** @throws {QuerySyntaxError} */
  read(): Expression {
    return this.level(0);
  }

  private level(at: number): Expression {
    const operators = LEVELS[at];
    if (operators === undefined) return this.negation();
    return this.chain(operators, () => this.level(at + 1));
  }

  private negation(): Expression {
    const { start } = this.lexer.peek();
    if (!this.lexer.isWord('not')) return this.comparison();
    return this.nested(() => {
      this.lexer.next();
      const operand = this.negation();
      return this.node({ kind: 'not', operand, start, end: operand.end });
    });
  }

  private comparison(): Expression {
    let left = this.sum();
    for (;;) {
      const { start } = left;
      const operator = this.takeOperator(COMPARISONS);
      if (operator !== undefined) {
        const right = this.sum();
        left = this.node({ kind: 'binary', operator, left, right, start, end: right.end });
        continue;
      }
      const isNegated = this.lexer.takeWord('not');
      let test: Expression;
      if (this.lexer.takeWord('in')) {
        test = this.node({ kind: 'in', operand: left, list: this.list(), start, end: this.lexer.lastEnd });
      } else if (this.lexer.takeWord('like') || (!isNegated && this.lexer.takeSymbol('=~'))) {
        const pattern = this.pattern();
        test = this.node({ kind: 'like', operand: left, pattern, start, end: pattern.end });
      } else if (isNegated) {
        throw this.lexer.unexpected();
      } else {
        return left;
      }
      left = isNegated ? this.node({ kind: 'not', operand: test, start, end: test.end }) : test;
    }
  }

  private sum(): Expression {
    return this.chain(SUMS, () => this.chain(PRODUCTS, () => this.power()));
  }

  /** Binds to the right: `2 ^ 3 ^ 2` is `2 ^ 9`. */
  private power(): Expression {
    const left = this.unary();
    if (!this.lexer.takeSymbol('^')) return left;
    const right = this.nested(() => this.power());
    return this.node({ kind: 'binary', operator: '^', left, right, start: left.start, end: right.end });
  }

  private unary(): Expression {
    const { start } = this.lexer.peek();
    if (!this.lexer.takeSymbol('-')) return this.postfix();
    const operand = this.nested(() => this.unary());
    return this.node({ kind: 'negate', operand, start, end: operand.end });
  }

  private postfix(): Expression {
    let expression = this.primary();
    for (;;) {
      const { start } = expression;
      if (this.lexer.takeSymbol('[')) {
        const token = this.lexer.next();
        if (token.kind !== 'number' || !Number.isInteger(token.value) || token.unit !== '') {
          throw this.lexer.unexpected(token);
        }
        this.lexer.expectSymbol(']');
        const { lastEnd: end } = this.lexer;
        expression = this.node({ kind: 'element', of: expression, index: token.value, start, end });
      } else if (expression.kind !== 'field' && this.lexer.peek().text === '.') {
        const parts = this.moreParts();
        const { lastEnd: end } = this.lexer;
        expression = this.node({ kind: 'attribute', of: expression, parts, start, end });
      } else {
        return expression;
      }
    }
  }

  private primary(): Expression {
    const token = this.lexer.peek();
    const { start, end } = token;
    if (token.kind === 'symbol' && token.text === '(') {
      return this.nested(() => {
        this.lexer.next();
        const inner = this.read();
        this.lexer.expectSymbol(')');
        return inner;
      });
    }
    if (token.kind === 'string') {
      this.lexer.next();
      return this.node({ kind: 'literal', value: token.text, start, end });
    }
    if (token.kind === 'number') {
      this.lexer.next();
      if (token.unit === '') return this.node({ kind: 'literal', value: token.value, start, end });
      const period = periodOf(token.value, token.unit);
      if (period === undefined) throw this.lexer.unexpected(token);
      return this.node({ kind: 'period', period, start, end });
    }
    if (token.kind === 'quotedName') return this.field();
    if (token.kind === 'word' && !KEYWORDS.has(token.text.toLowerCase())) return this.wordOrCall(token.text, start);
    throw this.lexer.unexpected(token);
  }

  private wordOrCall(word: string, start: number): Expression {
    const field = this.field();
    const { end } = field;
    const name = word.toLowerCase();
    const isAlone = end === start + word.length;
    if (isAlone && this.lexer.takeSymbol('(')) return this.nested(() => this.call(name, start));
    if (isAlone && (name === 'true' || name === 'false')) {
      return this.node({ kind: 'literal', value: name === 'true', start, end });
    }
    return field;
  }

  private call(name: string, start: number): Expression {
    const args: Expression[] = [];
    const isStar = this.lexer.takeSymbol('*');
    if (!isStar && !(this.lexer.peek().text === ')' && this.lexer.peek().kind === 'symbol')) {
      do {
        args.push(this.read());
      } while (this.lexer.takeSymbol(','));
    }
    this.lexer.expectSymbol(')');
    return this.node({ kind: 'call', name, args, isStar, start, end: this.lexer.lastEnd });
  }

  /** A field's name: words, numbers and names in backticks, with dots between them, and `@` before a name in backticks. */
  field(): Expression & { readonly kind: 'field' } {
    const token = this.lexer.next();
    let first = token.text;
    if (token.kind === 'word' && token.text === '@' && this.lexer.peek().kind === 'quotedName') {
      first += this.lexer.next().text;
    } else if (token.kind !== 'word' && token.kind !== 'quotedName') {
      throw this.lexer.unexpected(token);
    }
    const parts = [first, ...this.moreParts()];
    return this.node({ kind: 'field', parts, start: token.start, end: this.lexer.lastEnd });
  }

  private moreParts(): readonly string[] {
    const parts: string[] = [];
    for (;;) {
      const token = this.lexer.peek();
      // `items.0.id`: a lexer of numbers takes `.0`.
      if (token.kind === 'number' && /^\.\d+$/.test(token.text)) {
        parts.push(token.text.slice(1) + token.unit);
        this.lexer.next();
      } else if (token.kind === 'symbol' && token.text === '.') {
        this.lexer.next();
        const part = this.lexer.next();
        if (part.kind !== 'word' && part.kind !== 'quotedName' && part.kind !== 'number')
          throw this.lexer.unexpected(part);
        parts.push(part.kind === 'number' ? `${part.text}${part.unit}` : part.text);
      } else {
        return parts;
      }
    }
  }

  private list(): readonly Expression[] {
    this.lexer.expectSymbol('[');
    const list: Expression[] = [];
    if (!this.lexer.takeSymbol(']')) {
      do {
        list.push(this.sum());
      } while (this.lexer.takeSymbol(','));
      this.lexer.expectSymbol(']');
    }
    return list;
  }

  /** A text or a regular expression, as behind `like`. */
  pattern(): TextPattern {
    const regex = this.lexer.takeRegex();
    if (regex) return { kind: 'regex', ...regex };
    const token = this.lexer.next();
    if (token.kind !== 'string') throw this.lexer.unexpected(token);
    return { kind: 'text', text: token.text, start: token.start, end: token.end };
  }

  private chain(operators: readonly BinaryOperator[], readOperand: () => Expression): Expression {
    let left = readOperand();
    for (let operator = this.takeOperator(operators); operator; operator = this.takeOperator(operators)) {
      const right = readOperand();
      left = this.node({ kind: 'binary', operator, left, right, start: left.start, end: right.end });
    }
    return left;
  }

  private takeOperator(operators: readonly BinaryOperator[]): BinaryOperator | undefined {
    return operators.find((operator) =>
      operator === 'and' || operator === 'or' ? this.lexer.takeWord(operator) : this.lexer.takeSymbol(operator),
    );
  }

  /** A chain of operators is as deep as it is long, so that nodes are counted, too. */
  private node<T extends Expression>(node: T): T {
    this.nodes += 1;
    if (this.nodes > QUERY_LIMITS.maxNodes) throw new QuerySyntaxError('The query is too long', node.start, node.end);
    return node;
  }

  private nested<T>(read: () => T): T {
    this.nesting += 1;
    if (this.nesting > QUERY_LIMITS.maxNesting) throw this.lexer.unexpected();
    const result = read();
    this.nesting -= 1;
    return result;
  }
}

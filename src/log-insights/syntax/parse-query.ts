import { QueryNotSupportedError, QuerySyntaxError } from '../errors.ts';
import { QUERY_LIMITS } from '../limits.ts';
import type { Command, Named, SortKey } from './ast.ts';
import { Lexer } from './lexer.ts';
import { ExpressionReader } from './parse-expression.ts';

/** Commands that are AWS's, and not built here. */
const NOT_SUPPORTED = new Set([
  'accum',
  'addtotals',
  'anomaly',
  'appendcols',
  'autoregress',
  'cidrlookup',
  'count_frequent',
  'diff',
  'estimate',
  'expand',
  'filldown',
  'fillmissing',
  'join',
  'logcompare',
  'lookup',
  'outlier',
  'pattern',
  'relevantfields',
  'sessionize',
  'source',
  'unmask',
  'where',
]);

/**
 * Reads a query: commands with `|` between them (user guide, "CloudWatch Logs Insights language query syntax").
 * @throws {QuerySyntaxError} and {@link QueryNotSupportedError}
 */
export function parseQuery(text: string): readonly Command[] {
  if (text.length > QUERY_LIMITS.maxQueryLength) throw new QuerySyntaxError('The query is too long', 0, text.length);
  const reader = new CommandReader(text);
  return reader.commands();
}

class CommandReader {
  private readonly lexer: Lexer;
  private readonly expressions: ExpressionReader;

  constructor(text: string) {
    this.lexer = new Lexer(text);
    this.expressions = new ExpressionReader(this.lexer);
  }

  commands(): readonly Command[] {
    const commands: Command[] = [];
    do {
      commands.push(this.command());
    } while (this.lexer.takeSymbol('|'));
    if (this.lexer.peek().kind !== 'end') throw this.lexer.unexpected();
    return commands;
  }

  private command(): Command {
    const token = this.lexer.next();
    if (token.kind !== 'word') throw this.lexer.unexpected(token);
    const name = token.text.toLowerCase();
    const { start } = token;
    const done = <T extends object>(command: T) => ({ ...command, start, end: this.lexer.lastEnd });
    switch (name) {
      case 'fields':
      case 'display':
        return done({ kind: name, items: this.named() } as const);
      case 'filter':
      // Every event is looked at here: an index that would spare it changes no result.
      case 'filterindex':
        return done({ kind: 'filter', condition: this.expressions.read() } as const);
      case 'parse':
        return done(this.parse());
      case 'stats':
        return done({ kind: 'stats', items: this.named(), by: this.lexer.takeWord('by') ? this.named() : [] } as const);
      case 'sort':
      case 'order':
        if (name === 'order' && !this.lexer.takeWord('by')) throw this.lexer.unexpected();
        return done({ kind: 'sort', keys: this.sortKeys() } as const);
      case 'limit':
      case 'head':
        return done({ kind: 'limit', count: this.count() } as const);
      case 'dedup':
        return done({ kind: 'dedup', fields: this.list(() => this.expressions.read()) } as const);
      case 'unnest':
        return done(this.unnest());
      default:
        if (NOT_SUPPORTED.has(name)) throw new QueryNotSupportedError(`the command ${name}`);
        throw this.lexer.unexpected(token);
    }
  }

  private named(): readonly Named[] {
    return this.list(() => {
      const expression = this.expressions.read();
      if (this.lexer.takeWord('as')) return { name: this.name(), hasAlias: true, expression };
      const name =
        expression.kind === 'field'
          ? expression.parts.join('.')
          : this.lexer.text.slice(expression.start, this.lexer.lastEnd).trim();
      return { name, hasAlias: false, expression };
    });
  }

  private parse() {
    const source = this.expressions.field();
    const pattern = this.expressions.pattern();
    const names = this.lexer.takeWord('as') ? this.list(() => this.name()) : [];
    return { kind: 'parse', source, pattern, names } as const;
  }

  private unnest() {
    const source = this.expressions.read();
    if (!this.lexer.takeWord('into')) throw this.lexer.unexpected();
    return { kind: 'unnest', source, into: this.name() } as const;
  }

  private sortKeys(): readonly SortKey[] {
    return this.list(() => {
      const expression = this.expressions.read();
      const descending = this.lexer.takeWord('desc');
      if (!descending) this.lexer.takeWord('asc');
      return { expression, descending };
    });
  }

  private count(): number {
    // `limit any 20` stops early: any that are found will do, and the newest are any.
    this.lexer.takeWord('any');
    const token = this.lexer.next();
    if (token.kind !== 'number' || token.unit !== '' || !Number.isInteger(token.value) || token.value < 1) {
      throw this.lexer.unexpected(token);
    }
    if (token.value > QUERY_LIMITS.maxRows) {
      throw new QuerySyntaxError(`The limit is at most ${QUERY_LIMITS.maxRows}`, token.start, token.end);
    }
    return token.value;
  }

  private name(): string {
    return this.expressions.field().parts.join('.');
  }

  private list<T>(read: () => T): readonly T[] {
    const list = [read()];
    while (this.lexer.takeSymbol(',')) list.push(read());
    return list;
  }
}

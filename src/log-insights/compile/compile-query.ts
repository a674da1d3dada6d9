import type { Aggregate } from '../aggregates/index.ts';
import { QuerySyntaxError } from '../errors.ts';
import { QUERY_LIMITS } from '../limits.ts';
import type { Evaluate } from '../row.ts';
import { group, type NewStage, type Top, through, top } from '../stages/index.ts';
import { type Command, type Expression, type Named, parseQuery } from '../syntax/index.ts';
import { isTrue, Structure, textOf, valueOfJson } from '../values/index.ts';
import { compileAggregate } from './aggregate.ts';
import { compileExpression } from './expression.ts';
import { compileParse } from './parse-command.ts';
import { Scope } from './scope.ts';

/** One column of the result. */
export interface Output {
  readonly name: string;
  readonly read: Evaluate;
}

/** A query, ready to be run. */
export interface Plan {
  readonly stages: readonly NewStage[];
  /** Rows that come to this stage have passed all filters of events. */
  readonly matchedAt: number;
  readonly outputs: readonly Output[];
  /** Rows are events, and not what `stats` made of them. */
  readonly showsEvents: boolean;
  /** In which order events should come in: rows that are not sorted stay in it. */
  readonly eventOrder: 'newestFirst' | 'oldestFirst';
}

/**
 * @param defaultRows without `limit`
 * @throws {QuerySyntaxError} and {@link QueryNotSupportedError}
 */
export function compilePlan(source: string, defaultRows: number): Plan {
  const compiler = new QueryCompiler(source, defaultRows);
  const commands = parseQuery(source);
  const statsCommands = commands.filter(({ kind }) => kind === 'stats');
  const tooMany = statsCommands[QUERY_LIMITS.maxStatsCommands];
  if (tooMany) throw new QuerySyntaxError('Too many stats commands', tooMany.start, tooMany.end);
  for (const command of commands) compiler.add(command);
  return compiler.plan();
}

class QueryCompiler {
  private readonly source: string;
  private readonly defaultRows: number;
  private readonly stages: NewStage[] = [];
  private scope = new Scope(true);
  private showsEvents = true;
  /** How many stages come before the first that holds rows back. */
  private firstHold: number | undefined;
  /** Since the last `stats`, so that the number of rows is bounded. */
  private isHeld = false;
  private eventOrder: Plan['eventOrder'] = 'newestFirst';
  /** An order that rows shall have where they are held next: until then it costs nothing. */
  private order: Top['order'] = [];
  private dedup: readonly Evaluate[] = [];
  private sorted: Command | undefined;
  private deduped: Command | undefined;
  private fields: Output[] = [];
  private made: Output[] = [];
  private display: readonly Output[] | undefined;

  constructor(source: string, defaultRows: number) {
    this.source = source;
    this.defaultRows = defaultRows;
  }

  add(command: Command): void {
    if (this.deduped && command.kind !== 'limit') {
      throw new QuerySyntaxError('Only limit may follow dedup', command.start, command.end);
    }
    switch (command.kind) {
      case 'fields':
        this.fields.push(...command.items.map((item) => this.named(item)));
        return;
      case 'display':
        this.display = command.items.map((item) => this.named(item));
        return;
      case 'filter': {
        const condition = this.compile(command.condition);
        this.stages.push(
          through((row, push) => {
            if (isTrue(condition(row))) push(row);
          }),
        );
        return;
      }
      case 'parse':
        this.parse(command);
        return;
      case 'unnest':
        this.unnest(command);
        return;
      case 'stats':
        this.stats(command);
        return;
      case 'sort':
        this.sort(command);
        return;
      case 'dedup':
        this.dedup = command.fields.map((field) => this.compile(field));
        this.deduped = command;
        return;
      case 'limit':
        this.sorted ??= command;
        this.hold(command.count);
        return;
    }
  }

  plan(): Plan {
    if (!this.isHeld || this.order.length > 0 || this.dedup.length > 0) this.hold(this.defaultRows);
    return {
      stages: this.stages,
      matchedAt: this.firstHold ?? 0,
      outputs: this.display ?? (this.fields.length > 0 ? this.fields : this.defaultOutputs()),
      showsEvents: this.showsEvents,
      eventOrder: this.eventOrder,
    };
  }

  /** Rows are held here, and go on in their order, each once, and not more than are wanted. */
  private hold(count: number): void {
    this.firstHold ??= this.stages.length;
    this.isHeld = true;
    this.stages.push(top({ order: this.order, dedup: this.dedup, count }));
    this.order = [];
    this.dedup = [];
    this.deduped = undefined;
  }

  private defaultOutputs(): readonly Output[] {
    return [...['@timestamp', '@message'].map((name) => this.output(name, fieldNamed(name))), ...this.made];
  }

  private compile(expression: Expression): Evaluate {
    return compileExpression(expression, { scope: this.scope, source: this.source });
  }

  private output(name: string, expression: Expression): Output {
    return { name, read: this.compile(expression) };
  }

  /** What is no plain field is worked out once, and kept as a column. */
  private named({ name, hasAlias, expression }: Named): Output {
    if (expression.kind === 'field' && !hasAlias) return this.output(name, expression);
    if (!hasAlias) {
      const known = this.scope.columnOfText(name);
      if (known !== undefined) return { name, read: ({ columns }) => columns[known] };
    }
    const read = this.compile(expression);
    const column = this.scope.define(name, expression);
    this.stages.push(
      through((row, push) => {
        row.columns[column] = read(row);
        push(row);
      }),
    );
    return { name, read: ({ columns }) => columns[column] };
  }

  private parse(command: Command & { readonly kind: 'parse' }): void {
    const read = this.compile(command.source);
    const { names, extract } = compileParse(command);
    const columns = names.map((name) => this.scope.define(name, command));
    this.made.push(...names.map((name, i) => ({ name, read: columnReader(columns[i] ?? 0) })));
    this.stages.push(
      through((row, push) => {
        const text = textOf(read(row));
        const found = text === undefined ? undefined : extract(text);
        for (const [i, column] of columns.entries()) row.columns[column] = found?.[i];
        push(row);
      }),
    );
  }

  private unnest({ source, into, start, end }: Command & { readonly kind: 'unnest' }): void {
    const read = this.compile(source);
    const column = this.scope.define(into, { start, end });
    this.stages.push(
      through((row, push) => {
        const value = read(row);
        const items = value instanceof Structure && Array.isArray(value.value) ? value.value.map(valueOfJson) : [value];
        for (const item of items) {
          row.context.budget.makeRow();
          const columns = [...row.columns];
          columns[column] = item;
          push({ ...row, columns });
        }
      }),
    );
  }

  private stats({ items, by, start, end }: Command & { readonly kind: 'stats' }): void {
    if (this.sorted) {
      throw new QuerySyntaxError('sort and limit must stand behind the last stats command', start, end);
    }
    const { scope, source } = this;
    const keys = by.map(({ expression }) => this.compile(expression));
    const result = new Scope(false);
    for (const key of by) result.define(key.name, key.expression);
    const aggregates: Aggregate[] = [];
    const compileArgument = (expression: Expression) => compileExpression(expression, { scope, source });
    const compileCall = (call: Expression & { readonly kind: 'call' }): Evaluate | undefined => {
      const aggregate = compileAggregate(call, scope, compileArgument);
      if (aggregate === undefined) return undefined;
      aggregates.push(aggregate);
      return columnReader(by.length + items.length + aggregates.length - 1);
    };
    const evaluated: Evaluate[] = [];
    for (const { name, expression } of items) {
      evaluated.push(compileExpression(expression, { scope: result, source, compileCall }));
      result.define(name, expression);
    }
    this.firstHold ??= this.stages.length;
    this.isHeld = false;
    this.stages.push(group({ keys, aggregates, items: evaluated }));
    this.scope = result;
    this.showsEvents = false;
    this.made = [];
    this.display = undefined;
    this.fields = [...by, ...items].map(({ name }, i) => ({ name, read: columnReader(i) }));
    // What was summed up stands behind the columns that have names, where new ones would be put.
    for (const i of aggregates.keys()) result.define(`\0${i}`, { start, end });
  }

  private sort(command: Command & { readonly kind: 'sort' }): void {
    const keys = command.keys.map(({ expression, descending }) => ({ key: this.compile(expression), descending }));
    this.sorted ??= command;
    const [only] = command.keys;
    const isByTime =
      this.showsEvents &&
      command.keys.length === 1 &&
      only?.expression.kind === 'field' &&
      only.expression.parts.join('.') === '@timestamp' &&
      this.scope.column('@timestamp') === undefined &&
      this.firstHold === undefined;
    if (!isByTime) {
      this.order = keys;
      return;
    }
    // Events come in by time: nothing needs to be held, and the search ends when there are enough.
    this.order = [];
    this.eventOrder = only.descending ? 'newestFirst' : 'oldestFirst';
  }
}

function columnReader(column: number): Evaluate {
  return ({ columns }) => columns[column];
}

function fieldNamed(name: string): Expression {
  return { kind: 'field', parts: [name], start: 0, end: 0 };
}

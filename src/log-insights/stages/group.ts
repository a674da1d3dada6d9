import type { Accumulator, Aggregate } from '../aggregates/index.ts';
import type { Evaluate, Row } from '../row.ts';
import { resultText, type Value } from '../values/index.ts';
import type { NewStage } from './stage.ts';

const BYTES_A_GROUP = 200;
const BYTES_AN_AGGREGATE = 80;

/** What `stats` does. */
export interface Grouping {
  readonly keys: readonly Evaluate[];
  readonly aggregates: readonly Aggregate[];
  /** Columns of the result, in order, behind those of the keys. Each may read those before it, and what was summed up. */
  readonly items: readonly Evaluate[];
}

interface Group {
  readonly keys: readonly Value[];
  readonly accumulators: readonly Accumulator[];
}

/** Sums up rows by groups, of which it keeps no row. Without keys there is one group, also of no rows. */
export function group({ keys, aggregates, items }: Grouping): NewStage {
  const begin = (values: readonly Value[]): Group => ({
    keys: values,
    accumulators: aggregates.map((aggregate) => aggregate.begin()),
  });
  return (next, context) => {
    const groups = new Map<string, Group>();
    if (keys.length === 0) groups.set('', begin([]));
    return {
      isFull: false,
      push(row) {
        const values = keys.map((key) => key(row));
        const id = idOf(values);
        let found = groups.get(id);
        if (found === undefined) {
          context.budget.take(BYTES_A_GROUP + 2 * id.length + BYTES_AN_AGGREGATE * aggregates.length);
          found = begin(values);
          groups.set(id, found);
        }
        for (const [i, { argument }] of aggregates.entries()) found.accumulators[i]?.add(argument(row), row);
      },
      finish() {
        for (const { keys: values, accumulators } of groups.values()) {
          const row: Row = { context, fields: undefined, columns: [...values] };
          const offset = keys.length + items.length;
          for (const [i, accumulator] of accumulators.entries()) row.columns[offset + i] = accumulator.result();
          for (const [i, item] of items.entries()) row.columns[keys.length + i] = item(row);
          next.push(row);
        }
        next.finish();
      },
    };
  };
}

/** Different for different values, and for what is missing. */
function idOf(values: readonly Value[]): string {
  let id = '';
  for (const value of values) {
    const text = resultText(value);
    id += text === undefined ? '-' : `${text.length}:${text}`;
  }
  return id;
}

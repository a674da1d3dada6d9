import { QueryLimitError } from '../errors.ts';
import type { Evaluate, Row, RunContext } from '../row.ts';
import { heldBytes, resultText, sortOrder, type Value } from '../values/index.ts';
import type { NewStage } from './stage.ts';

/** The first rows of an order. */
export interface Top {
  /** Without keys, rows stay in the order in which they come. */
  readonly order: readonly { readonly key: Evaluate; readonly descending: boolean }[];
  /** Of rows that agree in all of these, only the first is kept; one that misses any of them is kept. */
  readonly dedup: readonly Evaluate[];
  readonly count: number;
}

interface Held {
  readonly row: Row;
  readonly keys: readonly Value[];
  /** Rows of one key stay in the order in which they came. */
  readonly number: number;
  readonly bytes: number;
}

const BYTES_A_ROW = 200;

/**
 * Holds the first `count` rows and few more: what comes is added until there are twice as many, then the worse half is let go.
 */
export function top({ order, dedup, count }: Top): NewStage {
  return (next, { budget }: RunContext) => {
    let held: Held[] = [];
    /** What stands for its row in `held`, by the values of `dedup`. */
    let unique = new Map<string, Held>();
    let arrived = 0;
    /** Rows that are not before this one are not among the first. */
    let bound: Held | undefined;

    const compare = (a: Held, b: Held): number => {
      for (const [i, { descending }] of order.entries()) {
        const difference = sortOrder(a.keys[i], b.keys[i]);
        if (difference !== 0) return descending ? -difference : difference;
      }
      return a.number - b.number;
    };

    const prune = (): void => {
      const all = (dedup.length > 0 ? [...unique.values()] : held).sort(compare);
      for (const { bytes } of all.slice(count)) budget.give(bytes);
      held = all.slice(0, count);
      bound = held.length === count ? held.at(-1) : undefined;
      if (dedup.length > 0) {
        const kept = new Set(held);
        unique = new Map([...unique].filter(([, each]) => kept.has(each)));
      }
    };

    const take = (bytes: number): void => {
      try {
        budget.take(bytes);
      } catch (error) {
        if (!(error instanceof QueryLimitError)) throw error;
        prune();
        budget.take(bytes);
      }
    };

    return {
      get isFull() {
        // Rows come in the order that is wanted, so that later ones are not before those that are held.
        return order.length === 0 && (dedup.length > 0 ? unique.size : held.length) >= count;
      },
      push(row) {
        arrived += 1;
        const bytes = BYTES_A_ROW + sizeOf(row);
        const made: Held = { row, keys: order.map(({ key }) => key(row)), number: arrived, bytes };
        if (bound && compare(made, bound) >= 0) return;
        if (dedup.length > 0) {
          const id = idOf(dedup, row) ?? `missing ${arrived}`;
          const before = unique.get(id);
          if (before && compare(before, made) <= 0) return;
          if (before) budget.give(before.bytes);
          take(bytes);
          unique.set(id, made);
        } else {
          take(bytes);
          held.push(made);
        }
        row.fields?.forget();
        if ((dedup.length > 0 ? unique.size : held.length) >= 2 * count) prune();
      },
      finish() {
        prune();
        // What the next stage keeps of a row, it counts.
        for (const { row, bytes } of held) {
          budget.give(bytes);
          next.push(row);
        }
        next.finish();
      },
    };
  };
}

function sizeOf(row: Row): number {
  let size = row.fields?.event.message.length ?? 0;
  for (const value of row.columns) size += heldBytes(value);
  return size;
}

/** Undefined when a value is missing: "null values are not considered duplicates". */
function idOf(fields: readonly Evaluate[], row: Row): string | undefined {
  let id = '';
  for (const field of fields) {
    const text = resultText(field(row));
    if (text === undefined) return undefined;
    id += `${text.length}:${text}`;
  }
  return id;
}

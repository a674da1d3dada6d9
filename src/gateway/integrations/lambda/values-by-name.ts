import { escaped } from '../../text/index.ts';

/** What was sent under names, as two JSON objects. */
export interface ValuesByName {
  /** The last value of each name (fact D10). */
  readonly single: string;
  /** All values of each, in order. */
  readonly multi: string;
}

/** What has been sent under one name, escaped. */
interface Values {
  last: string;
  /** All of them, with `","` between. */
  all: string;
}

/** Ours: so many names are compared with each other in the time that a map of them takes, and fewer in less. */
const FEW = 16;

/**
 * @param pairs names and values in turn
 * @returns undefined where there are none
 */
export function valuesByName(pairs: readonly string[]): ValuesByName | undefined {
  if (pairs.length === 0) return undefined;
  let single = '';
  let multi = '';
  // Each piece that is added is a piece to be copied later, so what stands between two texts is one.
  const put = (name: string, last: string, all: string): void => {
    single += single === '' ? '{"' : '","';
    single += name;
    single += '":"';
    single += last;
    multi += multi === '' ? '{"' : '"],"';
    multi += name;
    multi += '":["';
    multi += all;
  };
  if (areFewAndDistinct(pairs)) {
    for (let i = 0; i < pairs.length; i += 2) {
      const value = escaped(pairs[i + 1] as string);
      put(escaped(pairs[i] as string), value, value);
    }
  } else for (const [name, { last, all }] of gathered(pairs)) put(escaped(name), last, all);
  return { single: `${single}"}`, multi: `${multi}"]}` };
}

function areFewAndDistinct(pairs: readonly string[]): boolean {
  if (pairs.length > 2 * FEW) return false;
  for (let i = 2; i < pairs.length; i += 2) {
    for (let k = 0; k < i; k += 2) if (pairs[k] === pairs[i]) return false;
  }
  return true;
}

function gathered(pairs: readonly string[]): ReadonlyMap<string, Values> {
  const byName = new Map<string, Values>();
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i] as string;
    const value = escaped(pairs[i + 1] as string);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { last: value, all: value });
    else {
      known.last = value;
      known.all += `","${value}`;
    }
  }
  return byName;
}

import { quoted } from '../../text/index.ts';

/** What has been sent under one name, as JSON. */
interface Values {
  last: string;
  all: string;
}

/** What was sent under names, as two JSON objects. */
export interface ValuesByName {
  /** The last value of each name (fact D10). */
  readonly single: string;
  /** All values of each, in order. */
  readonly multi: string;
}

/**
 * @param pairs names and values in turn
 * @returns undefined where there are none
 */
export function valuesByName(pairs: readonly string[]): ValuesByName | undefined {
  if (pairs.length === 0) return undefined;
  const byName = new Map<string, Values>();
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i] as string;
    const value = quoted(pairs[i + 1] as string);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { last: value, all: value });
    else {
      known.last = value;
      known.all += `,${value}`;
    }
  }
  let single = '';
  let multi = '';
  for (const [name, { last, all }] of byName) {
    const key = `${single === '' ? '{' : ','}${quoted(name)}:`;
    single += key + last;
    multi += `${key}[${all}]`;
  }
  return { single: `${single}}`, multi: `${multi}}` };
}

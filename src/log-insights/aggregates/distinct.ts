import { QUERY_LIMITS } from '../limits.ts';
import { resultText, Structure, type Value } from '../values/index.ts';
import type { Accumulator } from './accumulator.ts';

/** The estimate is within about 1.6 %: 4,096 registers (Flajolet and others, "HyperLogLog", 2007). */
const REGISTER_BITS = 12;
const REGISTERS = 1 << REGISTER_BITS;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/** `countDistinct`: exact for few values, an approximation for many, as AWS's is. */
export function countDistinct(): Accumulator {
  let exact: Set<string> | undefined = new Set();
  let registers: Uint8Array | undefined;
  return {
    add(value, { context }) {
      const text = resultText(value);
      if (text === undefined) return;
      if (registers) {
        note(registers, text);
        return;
      }
      if (exact === undefined || exact.has(text)) return;
      context.budget.take(text.length + 40);
      exact.add(text);
      if (exact.size <= QUERY_LIMITS.maxExactValues) return;
      registers = new Uint8Array(REGISTERS);
      for (const each of exact) note(registers, each);
      exact = undefined;
    },
    result: () => exact?.size ?? estimate(registers ?? new Uint8Array(REGISTERS)),
  };
}

/** `values`: the distinct values, in the order in which they came. */
export function distinctValues(): Accumulator {
  const found = new Map<string, Value>();
  return {
    add(value, { context }) {
      const text = resultText(value);
      if (text === undefined || found.has(text)) return;
      context.budget.take(text.length + 60);
      found.set(text, value);
    },
    result: () => new Structure([...found.keys()]),
  };
}

/** `topk`: the most frequent values, most frequent first. */
export function mostFrequent(k: number): Accumulator {
  const counts = new Map<string, number>();
  return {
    add(value, { context }) {
      const text = resultText(value);
      if (text === undefined) return;
      const count = counts.get(text);
      if (count === undefined) context.budget.take(text.length + 60);
      counts.set(text, (count ?? 0) + 1);
    },
    result: () =>
      new Structure(
        [...counts]
          .sort(([, a], [, b]) => b - a)
          .slice(0, k)
          .map(([text]) => text),
      ),
  };
}

function note(registers: Uint8Array, text: string): void {
  const hash = hashOf(text);
  const register = hash >>> (32 - REGISTER_BITS);
  const rank = Math.min(Math.clz32(hash << REGISTER_BITS), 32 - REGISTER_BITS) + 1;
  if (rank > (registers[register] ?? 0)) registers[register] = rank;
}

function estimate(registers: Uint8Array): number {
  const sum = registers.reduce((total, rank) => total + 2 ** -rank, 0);
  const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
  const empty = registers.reduce((count, rank) => count + Number(rank === 0), 0);
  return Math.round(raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log(REGISTERS / empty) : raw);
}

/** FNV-1a over UTF-16 units, its bits mixed as MurmurHash3 ends. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

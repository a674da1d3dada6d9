import { LOG_PATTERN_LIMITS } from '../limits.ts';
import { buildStates, close, GOAL } from './build-states.ts';
import { CLASS_COUNT, classOf } from './char-set.ts';
import { parseRegex } from './parse-regex.ts';

/** The states in which a pattern may be after what was read, and the sets that each class of characters leads to. */
interface StateSet {
  /** Bit `n` of all words together: state `n`. */
  readonly bits: Uint32Array;
  /** The pattern has matched, whatever follows. */
  readonly isMatch: boolean;
  readonly matchesAtEnd: boolean;
  readonly steps: (StateSet | undefined)[];
}

/** A compiled regular expression. */
export interface PatternRegex {
  /** How much work a character may be, where it leads to states that are new. */
  readonly stateCount: number;
  test(text: string): boolean;
}

/**
 * Whether a regular expression matches somewhere in a text, in a time in proportion to its length alone: sets of states
 * are followed, and remembered, so that most characters cost one look-up.
 * @throws {LogPatternSyntaxError}
 */
export function compileRegex(source: string): PatternRegex {
  const states = buildStates(parseRegex(source));
  const words = Math.ceil(states.all.length / 32);
  const bitsOf = (members: Iterable<number>): Uint32Array => {
    const bits = new Uint32Array(words);
    for (const each of members) bits[each >> 5] = (bits[each >> 5] ?? 0) | (1 << (each & 31));
    return bits;
  };
  const inside = { start: false, end: false };
  // A match may begin at any character: where a pattern begins is a part of every set.
  const begun = bitsOf(close(states, states.entries, inside));
  const readers = Array.from({ length: CLASS_COUNT }, (_, unitClass) =>
    bitsOf([...states.all.keys()].filter((at) => states.all[at]?.reads?.has(unitClass))),
  );
  const reached = states.all.map((state) => {
    const closed = close(states, [state.next], inside);
    // In a sequence of characters each leads to one state: it is set without a walk over all words.
    return closed.size === 1 ? state.next : bitsOf(closed);
  });
  const endsHere = bitsOf(
    [...states.all.keys()].filter((at) => close(states, [at], { start: false, end: true }).has(GOAL)),
  );

  const atStart = close(states, states.entries, { start: true, end: false });
  const start: StateSet = {
    bits: bitsOf(atStart),
    isMatch: atStart.has(GOAL),
    matchesAtEnd: close(states, states.entries, { start: true, end: true }).has(GOAL),
    steps: [],
  };
  const known = new Map<string, StateSet>();
  let timesForgotten = 0;

  const setOf = (bits: Uint32Array): StateSet => ({
    bits,
    isMatch: ((bits[0] ?? 0) & (1 << GOAL)) !== 0,
    matchesAtEnd: bits.some((word, i) => (word & (endsHere[i] ?? 0)) !== 0),
    steps: [],
  });

  const remember = (bits: Uint32Array): StateSet => {
    const key = String.fromCharCode(...new Uint16Array(bits.buffer));
    const found = known.get(key);
    if (found) return found;
    if (known.size >= LOG_PATTERN_LIMITS.maxRememberedSets) {
      timesForgotten += 1;
      known.clear();
      start.steps.length = 0;
    }
    const made = setOf(bits);
    known.set(key, made);
    return made;
  };

  const step = (from: StateSet, unitClass: number): StateSet => {
    const bits = begun.slice();
    for (let i = 0; i < words; i += 1) {
      let left = (from.bits[i] ?? 0) & (readers[unitClass]?.[i] ?? 0);
      while (left !== 0) {
        const high = 31 - Math.clz32(left);
        left ^= 1 << high;
        const more = reached[i * 32 + high] ?? GOAL;
        if (typeof more === 'number') bits[more >> 5] = (bits[more >> 5] ?? 0) | (1 << (more & 31));
        else for (let j = 0; j < words; j += 1) bits[j] = (bits[j] ?? 0) | (more[j] ?? 0);
      }
    }
    // A pattern that comes into ever new sets gains nothing from remembering them.
    if (timesForgotten >= LOG_PATTERN_LIMITS.maxTimesForgotten) return setOf(bits);
    const made = remember(bits);
    from.steps[unitClass] = made;
    return made;
  };

  const test = (text: string): boolean => {
    let set = start;
    for (let i = 0; i < text.length; i += 1) {
      if (set.isMatch) return true;
      const unitClass = classOf(text.charCodeAt(i));
      set = set.steps[unitClass] ?? step(set, unitClass);
    }
    return set.matchesAtEnd;
  };
  return { stateCount: states.all.length, test };
}

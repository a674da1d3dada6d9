import { parseJavaRegex } from './parse.ts';
import { type CharTest, JavaRegexError, type PlaceTest, type Syntax } from './syntax.ts';

export { JavaRegexError } from './syntax.ts';

/** One state of the automaton; numbers name other states. */
type State =
  | { readonly type: 'char'; readonly test: CharTest; readonly next: number }
  | { readonly type: 'split'; readonly next: number; readonly other: number }
  | { readonly type: 'place'; readonly test: PlaceTest; readonly next: number }
  | { readonly type: 'lookahead'; readonly start: number; readonly negative: boolean; readonly next: number }
  | { readonly type: 'found' };

/** Bounds memory and time: states times characters is what a match may cost. */
const MAX_STATES = 1_000;

/**
 * Compiles a pattern into a test of whole texts, as Java's `matches()`.
 * @throws {JavaRegexError} for a pattern that is malformed, not supported or too large
 */
export function compileJavaRegex(pattern: string): (text: string) => boolean {
  const states: State[] = [{ type: 'found' }, { type: 'found' }];
  const start = addStates(states, parseJavaRegex(pattern), WHOLE);
  return (text) => reaches({ states, text, dead: new Map() }, start, 0);
}

/** The final state of the whole pattern, which counts at the end of the text, and that of a lookahead, which always does. */
const WHOLE = 0;
const SOMEWHERE = 1;

/** Adds the states for `syntax` that lead to state `next`, and returns the first of them. */
function addStates(states: State[], syntax: Syntax, next: number): number {
  switch (syntax.type) {
    case 'char':
    case 'place':
      return add(states, { ...syntax, next });
    case 'sequence':
      return syntax.items.reduceRight((after, item) => addStates(states, item, after), next);
    case 'choice':
      return syntax.items
        .map((item) => addStates(states, item, next))
        .reduceRight((other, start) => add(states, { type: 'split', next: start, other }));
    case 'lookahead': {
      const start = addStates(states, syntax.item, SOMEWHERE);
      return add(states, { type: 'lookahead', start, negative: syntax.negative, next });
    }
    case 'repeat':
      return addRepeat(states, syntax, next);
  }
}

function addRepeat(states: State[], syntax: Extract<Syntax, { type: 'repeat' }>, next: number): number {
  const { item, min, max } = syntax;
  let start = next;
  if (max === Number.POSITIVE_INFINITY) {
    start = add(states, { type: 'split', next, other: next });
    states[start] = { type: 'split', next: addStates(states, item, start), other: next };
  } else {
    for (let i = min; i < max; i++)
      start = add(states, { type: 'split', next: addStates(states, item, start), other: next });
  }
  for (let i = 0; i < min; i++) start = addStates(states, item, start);
  return start;
}

function add(states: State[], state: State): number {
  if (states.length >= MAX_STATES) throw new JavaRegexError('The pattern is too large.');
  return states.push(state) - 1;
}

/** One search: the text, and per lookahead the pairs of (state, position) from which it is known to fail. */
interface Search {
  readonly states: readonly State[];
  readonly text: string;
  readonly dead: Map<number, Uint8Array>;
}

/**
 * Whether a final state can be reached from a state at a position. Each pair of the two is visited once, so that no pattern
 * costs more than their number; where nothing was found, nothing is looked for again.
 */
function reaches(search: Search, start: number, from: number): boolean {
  const { states, text } = search;
  const width = text.length + 1;
  const dead = deadPairs(search, start);
  const visited: number[] = [];
  const open: number[] = [];
  const visit = (state: number, position: number): void => {
    const pair = state * width + position;
    if (dead[pair] === 1) return;
    dead[pair] = 1;
    visited.push(pair);
    open.push(pair);
  };
  visit(start, from);
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const index = Math.floor(pair / width);
    const position = pair - index * width;
    const state = states[index];
    switch (state?.type) {
      case 'found':
        if (index === WHOLE && position < text.length) break;
        for (const alive of visited) dead[alive] = 0;
        return true;
      case 'char':
        if (position < text.length && state.test(text.charCodeAt(position))) visit(state.next, position + 1);
        break;
      case 'place':
        if (state.test(text, position)) visit(state.next, position);
        break;
      case 'lookahead':
        if (reaches(search, state.start, position) !== state.negative) visit(state.next, position);
        break;
      case 'split':
        visit(state.next, position);
        visit(state.other, position);
        break;
    }
  }
  return false;
}

function deadPairs(search: Search, start: number): Uint8Array {
  const known = search.dead.get(start);
  if (known !== undefined) return known;
  const made = new Uint8Array(search.states.length * (search.text.length + 1));
  search.dead.set(start, made);
  return made;
}

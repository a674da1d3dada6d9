import type { Assertion, CharSet, Node } from './ast.ts';
import { JavaRegexLimitError } from './errors.ts';
import { JAVA_REGEX_LIMITS } from './limits.ts';

/** Says whether a whole text matches, in time that grows with the text's length and the pattern's, whatever they are. */
export type LinearMatcher = (text: string) => boolean;

type State =
  | { readonly kind: 'char'; readonly set: CharSet; readonly next: number }
  | { readonly kind: 'assertion'; readonly holds: Assertion; readonly next: number }
  | { readonly kind: 'fork'; readonly ways: number[] };

/** The state behind the last one: the pattern has been matched. */
const END = 0;

/**
 * Turns a pattern into the states of an automaton that goes all its ways at once, instead of one after the other (Thompson,
 * "Regular Expression Search Algorithm", 1968). It cannot tell what a group matched.
 * @returns undefined for what is no regular language (back references), for what no automaton of this kind can say (looking
 *   around, giving nothing back), and for counts that would make it too large
 */
export function compileLinear(root: Node, source: string): LinearMatcher | undefined {
  const states: (State | undefined)[] = [undefined];
  try {
    const start = new Builder(states).build(root, END);
    return (text) => new Simulation(states, text, source).matches(start);
  } catch (error) {
    if (error instanceof NotLinear) return undefined;
    throw error;
  }
}

class NotLinear extends Error {}

class Builder {
  readonly #states: (State | undefined)[];

  constructor(states: (State | undefined)[]) {
    this.#states = states;
  }

  /** @param next where the automaton goes on behind the node @returns where it begins */
  build(node: Node, next: number): number {
    switch (node.kind) {
      case 'char':
        return this.#add({ kind: 'char', set: node.set, next });
      case 'assertion':
        return this.#add({ kind: 'assertion', holds: node.holds, next });
      case 'group':
        return this.build(node.item, next);
      case 'sequence':
        return node.items.reduceRight((behind, item) => this.build(item, behind), next);
      case 'alternation':
        return this.#add({ kind: 'fork', ways: node.branches.map((branch) => this.build(branch, next)) });
      case 'repeat':
        return this.#repeat(node, next);
      case 'look':
      case 'atomic':
      case 'backreference':
        throw new NotLinear();
    }
  }

  /** For a whole match, lazy and greedy are the same. */
  #repeat({ item, min, max, mode }: Extract<Node, { kind: 'repeat' }>, next: number): number {
    if (mode === 'possessive') throw new NotLinear();
    let behind = next;
    if (max === Number.POSITIVE_INFINITY) {
      const ways = [next];
      behind = this.#add({ kind: 'fork', ways });
      ways.push(this.build(item, behind));
    } else {
      for (let count = min; count < max; count++) {
        behind = this.#add({ kind: 'fork', ways: [next, this.build(item, behind)] });
      }
    }
    for (let count = 0; count < min; count++) behind = this.build(item, behind);
    return behind;
  }

  #add(state: State): number {
    if (this.#states.length > JAVA_REGEX_LIMITS.maxStates) throw new NotLinear();
    return this.#states.push(state) - 1;
  }
}

/** One use of an automaton on one text. */
class Simulation {
  readonly #states: readonly (State | undefined)[];
  readonly #text: string;
  readonly #source: string;
  /** At which place each state was entered last: once is enough. */
  readonly #enteredAt: Int32Array;
  #steps = 0;

  constructor(states: readonly (State | undefined)[], text: string, source: string) {
    this.#states = states;
    this.#text = text;
    this.#source = source;
    this.#enteredAt = new Int32Array(states.length).fill(-1);
  }

  matches(start: number): boolean {
    const text = this.#text;
    let waiting = this.#enter([start], 0);
    for (let at = 0; at < text.length && waiting.length > 0; ) {
      const code = text.codePointAt(at) as number;
      at += code > 0xffff ? 2 : 1;
      const reached = waiting.flatMap((state) => (state.set(code) ? state.next : []));
      waiting = this.#enter(reached, at);
    }
    return this.#enteredAt[END] === text.length;
  }

  /** Goes on from states until a character is needed. @returns those that wait for one at this place */
  #enter(from: number[], at: number): Extract<State, { kind: 'char' }>[] {
    const waiting: Extract<State, { kind: 'char' }>[] = [];
    for (let place = from.pop(); place !== undefined; place = from.pop()) {
      if (this.#enteredAt[place] === at) continue;
      this.#enteredAt[place] = at;
      this.#steps += 1;
      if (this.#steps > JAVA_REGEX_LIMITS.maxSteps) throw new JavaRegexLimitError(this.#source);
      const state = this.#states[place];
      if (state === undefined) continue;
      if (state.kind === 'char') waiting.push(state);
      else if (state.kind === 'fork') from.push(...state.ways);
      else if (state.holds(this.#text, at)) from.push(state.next);
    }
    return waiting;
  }
}

import type { Node, Pattern } from './ast.ts';
import { JavaRegexLimitError } from './errors.ts';
import { JAVA_REGEX_LIMITS, type JavaRegexLimits } from './limits.ts';

/** What comes behind a node: says whether the rest of the pattern matches from there. */
export type Next = (at: number) => boolean;
export type Matcher = (run: Run, at: number, next: Next) => boolean;

/** Counts the steps of matches, and says how many there may be. */
export interface StepMeter {
  steps: number;
  readonly maxSteps: number;
}

/** One use of a pattern on one text, with what it has spent so far. */
export class Run {
  readonly text: string;
  readonly source: string;
  readonly limits: JavaRegexLimits;
  /** Start and end of every group; -1 where a group has matched nothing. */
  groups: Int32Array;
  depth = 0;
  readonly #meter: StepMeter;

  constructor(
    text: string,
    source: string,
    pattern: Pattern,
    limits: JavaRegexLimits = JAVA_REGEX_LIMITS,
    meter: StepMeter = { steps: 0, maxSteps: limits.maxSteps },
  ) {
    this.text = text;
    this.source = source;
    this.limits = limits;
    this.#meter = meter;
    this.groups = new Int32Array((pattern.groupCount + 1) * 2).fill(-1);
  }

  step(): void {
    this.#meter.steps += 1;
    if (this.#meter.steps > this.#meter.maxSteps) throw new JavaRegexLimitError(this.source);
  }

  /** Runs something that calls itself again for what follows, and so uses the stack. */
  deeper(work: () => boolean): boolean {
    this.depth += 1;
    if (this.depth > this.limits.maxDepth) throw new JavaRegexLimitError(this.source);
    const result = work();
    this.depth -= 1;
    return result;
  }
}

/** Turns a pattern into functions that try it. */
export function compileNode(node: Node): Matcher {
  switch (node.kind) {
    case 'char':
      return (run, at, next) => {
        const length = charAt(run, at, node.set);
        return length > 0 && next(at + length);
      };
    case 'assertion':
      return (run, at, next) => {
        run.step();
        return node.holds(run.text, at) && next(at);
      };
    case 'sequence':
      return compileSequence(node.items.map(compileNode));
    case 'alternation': {
      const branches = node.branches.map(compileNode);
      return (run, at, next) => branches.some((branch) => branch(run, at, next));
    }
    case 'group':
      return compileGroup(node.index, compileNode(node.item));
    case 'atomic':
      return compileAtomic(compileNode(node.item));
    case 'look':
      return node.behind
        ? compileLookBehind(node, compileNode(node.item))
        : compileLookAhead(node, compileNode(node.item));
    case 'backreference':
      return compileBackreference(node.index, node.ignoreCase);
    case 'repeat':
      return node.item.kind === 'char'
        ? compileCharRepeat(node, node.item.set)
        : compileRepeat(node, compileNode(node.item));
  }
}

/** The length of the character at `at` when it belongs to the set, else 0. */
function charAt(run: Run, at: number, set: (code: number) => boolean): number {
  run.step();
  const code = run.text.codePointAt(at);
  if (code === undefined || !set(code)) return 0;
  return code > 0xffff ? 2 : 1;
}

function compileSequence(items: readonly Matcher[]): Matcher {
  const [first, second, ...rest] = items;
  if (first === undefined) return (_run, at, next) => next(at);
  if (second === undefined) return first;
  const tail = rest.length === 0 ? second : compileSequence([second, ...rest]);
  return (run, at, next) => first(run, at, (middle) => tail(run, middle, next));
}

function compileGroup(index: number, item: Matcher): Matcher {
  const from = index * 2;
  return (run, at, next) => {
    const { groups } = run;
    const start = groups[from] ?? -1;
    const end = groups[from + 1] ?? -1;
    const matched = item(run, at, (behind) => {
      const innerStart = groups[from] ?? -1;
      const innerEnd = groups[from + 1] ?? -1;
      groups[from] = at;
      groups[from + 1] = behind;
      if (next(behind)) return true;
      groups[from] = innerStart;
      groups[from + 1] = innerEnd;
      return false;
    });
    if (matched) return true;
    groups[from] = start;
    groups[from + 1] = end;
    return false;
  };
}

function compileAtomic(item: Matcher): Matcher {
  return (run, at, next) => {
    let behind = -1;
    const found = item(run, at, (end) => {
      behind = end;
      return true;
    });
    return found && next(behind);
  };
}

function compileLookAhead(node: { readonly negated: boolean }, item: Matcher): Matcher {
  return (run, at, next) => {
    const kept = run.groups.slice();
    const found = item(run, at, () => true);
    if (found === node.negated) {
      run.groups.set(kept);
      return false;
    }
    if (node.negated) run.groups.set(kept);
    return next(at);
  };
}

function compileLookBehind(node: { readonly negated: boolean }, item: Matcher): Matcher {
  return (run, at, next) => {
    const kept = run.groups.slice();
    let found = false;
    for (let from = at; from >= 0 && !found; from -= 1) found = item(run, from, (end) => end === at);
    if (found === node.negated) {
      run.groups.set(kept);
      return false;
    }
    if (node.negated) run.groups.set(kept);
    return next(at);
  };
}

function compileBackreference(index: number, ignoreCase: boolean): Matcher {
  return (run, at, next) => {
    run.step();
    const start = run.groups[index * 2] ?? -1;
    const end = run.groups[index * 2 + 1] ?? -1;
    if (start < 0 || end < 0) return false;
    const wanted = run.text.slice(start, end);
    const found = run.text.slice(at, at + wanted.length);
    const same = ignoreCase ? wanted.toLowerCase() === found.toLowerCase() : wanted === found;
    return same && next(at + wanted.length);
  };
}

type Repeat = Extract<Node, { kind: 'repeat' }>;

/** A repeated single character needs no recursion, however long the text. */
function compileCharRepeat(node: Repeat, set: (code: number) => boolean): Matcher {
  const { min, max, mode } = node;
  if (mode === 'lazy') {
    return (run, from, next) => {
      let at = from;
      for (let count = 0; ; count += 1) {
        if (count >= min && next(at)) return true;
        if (count >= max) return false;
        const length = charAt(run, at, set);
        if (length === 0) return false;
        at += length;
      }
    };
  }
  return (run, from, next) => {
    let at = from;
    let count = 0;
    while (count < max) {
      const length = charAt(run, at, set);
      if (length === 0) break;
      at += length;
      count += 1;
    }
    if (mode === 'possessive') return count >= min && next(at);
    for (; count >= min; count -= 1) {
      if (next(at)) return true;
      at -= isSecondOfPair(run.text, at - 1, from) ? 2 : 1;
    }
    return false;
  };
}

function isSecondOfPair(text: string, at: number, from: number): boolean {
  return at - 1 >= from && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function compileRepeat(node: Repeat, item: Matcher): Matcher {
  const { min, max, mode } = node;
  if (mode === 'possessive') return compileAtomic(compileRepeat({ ...node, mode: 'greedy' }, item));
  const again = (run: Run, at: number, count: number, next: Next): boolean => {
    run.step();
    const more = (): boolean =>
      count < max &&
      run.deeper(() => item(run, at, (behind) => (behind > at || count < min) && again(run, behind, count + 1, next)));
    if (count < min) return more();
    return mode === 'greedy' ? more() || next(at) : next(at) || more();
  };
  return (run, at, next) => again(run, at, 0, next);
}

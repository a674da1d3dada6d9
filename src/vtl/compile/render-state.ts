import type { TemplateLimits } from '../limits.ts';
import { MethodError, type Value } from '../values/index.ts';

/** How a statement ended: all is well, or a `#break` is looking for the block that it ends. */
export type Completion = 'done' | 'break';

/** Runs a statement or a block. */
export type Run = (state: RenderState) => Completion;
/** Gives an expression's value. */
export type Evaluate = (state: RenderState) => Value;
/** Gives an expression's truth. */
export type Test = (state: RenderState) => boolean;

/** Thrown by `#stop`: ends the whole rendering, and keeps what has been written. */
export const STOP: unique symbol = Symbol('stop');

/** What `#macro` has defined. */
export interface Macro {
  readonly parameters: readonly string[];
  readonly body: Run;
}

/**
 * One call of a macro. Arguments are evaluated whenever the parameter is read, in the caller's frame (Velocity passes by
 * name); a parameter that is set keeps that value to itself.
 */
export interface MacroFrame {
  readonly args: readonly MacroArgument[];
  readonly set: Map<number, Value>;
  readonly caller: MacroFrame | undefined;
}

export interface MacroArgument {
  readonly evaluate: Evaluate;
  /** The argument as written, when it is a reference: what is printed where it has no value. */
  readonly source: string | undefined;
}

/** The names of a program. */
export interface Names {
  /** The number of every variable. */
  readonly slots: Map<string, number>;
  /** The variables by their numbers. */
  readonly order: string[];
  readonly macros: Map<string, Macro>;
}

/** One rendering: the variables, what has been written, and what has been spent of the limits. */
export class RenderState {
  /** Variables by their number in the program; those that a later `#evaluate` adds are absent. */
  readonly slots: (Value | undefined)[] = [];
  readonly limits: TemplateLimits;
  out = '';
  /** Where the rendering is, for errors. */
  offset = 0;
  /** The innermost macro call. */
  frame: MacroFrame | undefined;
  /** What a `#break` on its way wants to end; null: the innermost block that can be. */
  breakTarget: Value = null;
  private steps = 0;
  private depth = 0;

  private readonly variables: Readonly<Record<string, Value>>;
  private names: Names;
  private ownsNames = false;

  constructor(variables: Readonly<Record<string, Value>>, names: Names, limits: TemplateLimits) {
    this.variables = variables;
    this.names = names;
    this.limits = limits;
  }

  macro(name: string): Macro | undefined {
    return this.names.macros.get(name);
  }

  /** The names, to add some that hold for this rendering only. */
  addableNames(): Names {
    if (!this.ownsNames) {
      const { slots, order, macros } = this.names;
      this.names = { slots: new Map(slots), order: [...order], macros: new Map(macros) };
    }
    this.ownsNames = true;
    return this.names;
  }

  /** Gives names that are new since the last time the values that the rendering was called with. */
  load(): void {
    const { order } = this.names;
    for (let slot = this.slots.length; slot < order.length; slot += 1) {
      const name = order[slot] ?? '';
      this.slots.push(Object.hasOwn(this.variables, name) ? this.variables[name] : undefined);
    }
  }

  write(text: string): void {
    this.out += text;
    if (this.out.length > this.limits.maxTextLength) throw tooLong(this.limits);
  }

  /** Spends steps. @throws {MethodError} when none are left */
  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > this.limits.maxSteps) {
      throw new MethodError(`The template takes more than ${this.limits.maxSteps} steps`);
    }
  }

  /** Checks a value that was just made against the limits, and passes it on. */
  checked<T extends Value>(value: T): T {
    if (typeof value === 'string' && value.length > this.limits.maxTextLength) throw tooLong(this.limits);
    return value;
  }

  /** Runs a block, and gives what it writes instead of writing it. */
  capture(run: Run): string {
    const before = this.out;
    this.out = '';
    try {
      run(this);
      return this.out;
    } finally {
      this.out = before;
    }
  }

  /** Runs something that can lead back to itself: a macro, a definition, an `#evaluate`. */
  deeper(run: Run): Completion {
    this.depth += 1;
    if (this.depth > this.limits.maxNesting) {
      throw new MethodError(`More than ${this.limits.maxNesting} macros and definitions call each other`);
    }
    const completion = run(this);
    this.depth -= 1;
    return completion;
  }

  /** Whether a `#break` that arrives here ends the block that `scope` stands for; it then has been dealt with. */
  endsBreak(scope: Value): boolean {
    if (this.breakTarget !== null && this.breakTarget !== scope) return false;
    this.breakTarget = null;
    return true;
  }
}

function tooLong(limits: TemplateLimits): MethodError {
  return new MethodError(`The text is longer than ${limits.maxTextLength} characters`);
}

import type { Cursor } from '../cursor.ts';
import { LogPatternSyntaxError } from '../errors.ts';
import { LOG_PATTERN_LIMITS } from '../limits.ts';

type Step = { readonly name: string } | { readonly index: number } | 'any';

/** A property selector of a JSON event, such as `$.users[0].email`. */
export interface Selector {
  /** As it is written. */
  readonly text: string;
  readonly wildcards: number;
  /** Calls `use` with each value that it leads to, until one call gives true. @returns whether one did */
  some(document: unknown, use: (value: unknown) => boolean): boolean;
}

/** Reads a selector from its `$` as far as it goes. @throws {LogPatternSyntaxError} */
export function readSelector(cursor: Cursor): Selector {
  const start = cursor.at;
  if (!cursor.take('$')) throw new LogPatternSyntaxError();
  const steps: Step[] = [];
  for (let step = readStep(cursor); step !== undefined; step = readStep(cursor)) steps.push(step);
  const wildcards = steps.filter((step) => step === 'any').length;
  if (steps.length === 0 || wildcards > LOG_PATTERN_LIMITS.maxSelectorWildcards) throw new LogPatternSyntaxError();
  return {
    text: cursor.text.slice(start, cursor.at),
    wildcards,
    some: (document, use) => follow(document, steps, 0, use),
  };
}

/** The first value that a selector leads to. */
export function firstValue(selector: Selector, document: unknown): unknown {
  let found: unknown;
  selector.some(document, (value) => {
    found = value;
    return true;
  });
  return found;
}

function readStep(cursor: Cursor): Step | undefined {
  const isDotted = cursor.take('.');
  if (cursor.take('[')) {
    const step = readBracket(cursor);
    cursor.expect(']');
    return step;
  }
  if (!isDotted) return undefined;
  if (cursor.take('*')) return 'any';
  const name = cursor.takeMatch(/[\p{L}\p{N}_-]+/uy);
  if (name === '') throw new LogPatternSyntaxError();
  return { name };
}

function readBracket(cursor: Cursor): Step {
  cursor.skipSpace();
  if (cursor.take('*')) return 'any';
  const index = cursor.takeMatch(/\d{1,9}/y);
  if (index !== '') return { index: Number(index) };
  // "Double quotation marks aren't supported inside bracket notation."
  const quoted = cursor.takeMatch(/'[^']+'/y);
  if (quoted === '') throw new LogPatternSyntaxError();
  return { name: quoted.slice(1, -1) };
}

function follow(value: unknown, steps: readonly Step[], at: number, use: (value: unknown) => boolean): boolean {
  const step = steps[at];
  if (step === undefined) return value !== undefined && use(value);
  if (typeof value !== 'object' || value === null) return false;
  if (step === 'any') return Object.values(value).some((each) => follow(each, steps, at + 1, use));
  if ('index' in step) return Array.isArray(value) && follow(value[step.index], steps, at + 1, use);
  if (Array.isArray(value) || !Object.hasOwn(value, step.name)) return false;
  return follow((value as Readonly<Record<string, unknown>>)[step.name], steps, at + 1, use);
}

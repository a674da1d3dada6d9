import { QUERY_LIMITS } from '../limits.ts';
import { isTrue, numberOf, Structure, textOf } from '../values/index.ts';
import { any, type FunctionTable } from './table.ts';

/** User guide, "General functions" and "JSON functions". */
export const GENERAL: FunctionTable = {
  ispresent: any(1, 1, ([value]) => value !== undefined),
  coalesce: any(1, 'many', (args) => args.find((value) => value !== undefined)),
  if: any(3, 3, ([condition, whenTrue, whenFalse]) => (isTrue(condition) ? whenTrue : whenFalse)),
  case: any(2, 2 * QUERY_LIMITS.maxCaseBranches + 1, (args) => {
    for (let i = 0; i + 1 < args.length; i += 2) if (isTrue(args[i])) return args[i + 1];
    return args.length % 2 === 1 ? args.at(-1) : undefined;
  }),
  isnumeric: any(1, 1, ([value]) => numberOf(value) !== undefined),
  messagesize: any(1, 1, ([value]) => {
    const text = textOf(value);
    return text === undefined ? undefined : Buffer.byteLength(text);
  }),
  // Nothing is masked here, so that there is nothing to show.
  unmask: any(1, 1, ([value]) => value),

  jsonparse: any(1, 1, ([value]) => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    return typeof parsed === 'object' && parsed !== null ? new Structure(parsed) : undefined;
  }),
  jsonstringify: any(1, 1, ([value]) => (value instanceof Structure ? JSON.stringify(value.value) : undefined)),
  jsonarraysize: any(1, 1, ([value]) => listOf(value)?.length),
  jsonarraycontains: any(2, 2, ([value, wanted]) => {
    const text = textOf(wanted);
    return listOf(value)?.some((each) => each === wanted || String(each) === text) ?? false;
  }),
};

function listOf(value: unknown): readonly unknown[] | undefined {
  const list = value instanceof Structure ? value.value : typeof value === 'string' ? parse(value) : undefined;
  return Array.isArray(list) ? list : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

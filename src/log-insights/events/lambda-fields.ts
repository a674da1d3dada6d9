import type { Value } from '../values/index.ts';

/** `@requestId`, `@duration` and so on, by name. */
export type LambdaFields = Readonly<Record<string, Value>>;

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const PLATFORM_LINE = new RegExp(`^(START|END|REPORT) RequestId: (${UUID})`);
/** What the runtimes write before a function's own text: a time, the request, and a level. */
const FUNCTION_LINE = new RegExp(`^(?:\\[[A-Z]+\\]\\t)?\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z\\s(${UUID})\\s`);

const MEGABYTE = 1_000_000;
/** Fields of a REPORT line: durations in milliseconds, memory in bytes (user guide, sample queries divide by 1000 twice). */
const REPORTED: readonly (readonly [field: string, label: RegExp, unit: number])[] = [
  ['@duration', /\tDuration: ([\d.]+) ms/, 1],
  ['@billedDuration', /\tBilled Duration: ([\d.]+) ms/, 1],
  ['@initDuration', /\tInit Duration: ([\d.]+) ms/, 1],
  ['@memorySize', /\tMemory Size: (\d+) MB/, MEGABYTE],
  ['@maxMemoryUsed', /\tMax Memory Used: (\d+) MB/, MEGABYTE],
];
const TRACED: readonly (readonly [field: string, label: RegExp])[] = [
  ['@xrayTraceId', /\bXRAY TraceId: (\S+)/],
  ['@xraySegmentId', /\bSegmentId: (\S+)/],
];

/** The fields that are discovered in a line of a function's log (user guide, "Lambda logs"). */
export function lambdaFields(message: string): LambdaFields {
  const [, type, platformId] = PLATFORM_LINE.exec(message) ?? [];
  if (type === undefined) {
    const requestId = FUNCTION_LINE.exec(message)?.[1];
    return requestId === undefined ? {} : { '@requestId': requestId };
  }
  const fields: Record<string, Value> = { '@type': type, '@requestId': platformId };
  if (type !== 'REPORT') return fields;
  for (const [field, label, unit] of REPORTED) {
    const found = label.exec(message)?.[1];
    if (found !== undefined) fields[field] = Number(found) * unit;
  }
  for (const [field, label] of TRACED) {
    const found = label.exec(message)?.[1];
    if (found !== undefined) fields[field] = found;
  }
  return fields;
}

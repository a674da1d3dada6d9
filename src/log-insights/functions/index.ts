/** The functions of the language, by name in small letters. Those of time with a period, and of `stats`, are compiled apart. */
import { ADDRESSES } from './addresses.ts';
import { DATES } from './dates.ts';
import { GENERAL } from './general.ts';
import { NUMERIC } from './numeric.ts';
import { STRINGS } from './strings.ts';
import type { FunctionTable, QueryFunction } from './table.ts';

const FUNCTIONS: FunctionTable = { ...NUMERIC, ...DATES, ...GENERAL, ...ADDRESSES, ...STRINGS };

/** Functions that are AWS's, and not built here (user guide, "Datetime", "Hash" and "Time series functions"). */
const NOT_SUPPORTED = new Set(['parsedate', 'formatdate', 'strftime', 'md5', 'sha1', 'sha256', 'sha512', 'hash']);

export function findFunction(name: string): QueryFunction | undefined {
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
}

export function isUnbuiltFunction(name: string): boolean {
  return NOT_SUPPORTED.has(name);
}

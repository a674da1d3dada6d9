import { compilePattern } from '../ecma-pattern.ts';
import { type JsonObject, lengthOf, shown } from '../json.ts';
import type { Check } from '../run.ts';
import { formatCheck } from './formats.ts';

/** `maxLength`, `minLength`, `pattern` and `format` (validation, sections 5.2 and 7). */
export function stringChecks(schema: JsonObject): readonly Check[] {
  const { maxLength, minLength, pattern, format } = schema;
  return [
    typeof maxLength === 'number' ? maxLengthCheck(maxLength) : undefined,
    typeof minLength === 'number' ? minLengthCheck(minLength) : undefined,
    typeof pattern === 'string' ? patternCheck(pattern) : undefined,
    typeof format === 'string' ? formatCheck(format) : undefined,
  ].filter((check) => check !== undefined);
}

function maxLengthCheck(maximum: number): Check {
  return (run, value) => {
    if (typeof value !== 'string') return;
    const length = lengthOf(value);
    if (length > maximum)
      run.fail(() => `string "${shown(value)}" is too long (length: ${length}, maximum allowed: ${maximum})`);
  };
}

function minLengthCheck(minimum: number): Check {
  return (run, value) => {
    if (typeof value !== 'string') return;
    const length = lengthOf(value);
    if (length < minimum)
      run.fail(() => `string "${shown(value)}" is too short (length: ${length}, required minimum: ${minimum})`);
  };
}

/** A pattern may match anywhere (validation, section 3.3). It runs on an engine that counts its steps. */
function patternCheck(pattern: string): Check {
  const regex = compilePattern(pattern);
  return (run, value) => {
    if (typeof value === 'string' && regex.find(value, run.patterns) === undefined)
      run.fail(() => `ECMA 262 regex "${pattern}" does not match input string "${shown(value)}"`);
  };
}

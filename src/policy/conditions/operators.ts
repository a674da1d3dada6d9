import { compileArn, isArn } from '../arn-pattern.ts';
import { compileText, hasVariables, type TextPattern } from '../text-pattern.ts';
import { compileAddressRange } from './ip-address.ts';
import { readDate, readNumber } from './numbers.ts';

/** Compiles a value of the policy; undefined when the operator cannot compare with it. */
type CompileValue = (value: string, variables: boolean) => TextPattern | undefined;

export interface Operator {
  /** Holds when none of the values matches. */
  readonly negated: boolean;
  readonly compile: CompileValue;
}

const text =
  (options: { readonly wildcards: boolean; readonly ignoreCase?: boolean }): CompileValue =>
  (value, variables) =>
    compileText(value, { ...options, variables });

const arn: CompileValue = (value, variables) => {
  if (!isArn(value)) return undefined;
  const pattern = compileArn(value, { variables, wildcards: true });
  return (given, keys) => (isArn(given) ? pattern(given, keys) : undefined);
};

const bool: CompileValue = (value, variables) => {
  if (!/^(true|false)$/i.test(value) && !(variables && hasVariables(value))) return undefined;
  const pattern = compileText(value, { variables, wildcards: false, ignoreCase: true });
  return (given, keys) => (/^(true|false)$/i.test(given) ? pattern(given, keys) : undefined);
};

const ordered =
  (read: (text: string) => number | undefined, holds: (given: number, wanted: number) => boolean): CompileValue =>
  (value) => {
    const wanted = read(value);
    if (wanted === undefined) return undefined;
    return (given) => {
      const number = read(given);
      return number === undefined ? undefined : holds(number, wanted);
    };
  };

const equal = (a: number, b: number) => a === b;
const less = (a: number, b: number) => a < b;
const lessOrEqual = (a: number, b: number) => a <= b;
const greater = (a: number, b: number) => a > b;
const greaterOrEqual = (a: number, b: number) => a >= b;

const is = (compile: CompileValue): Operator => ({ negated: false, compile });
const isNot = (compile: CompileValue): Operator => ({ negated: true, compile });

/** By name in lower case, without `ForAllValues:`, `ForAnyValue:` and `IfExists`. `Null` is no comparison. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['stringequals', is(text({ wildcards: false }))],
  ['stringnotequals', isNot(text({ wildcards: false }))],
  ['stringequalsignorecase', is(text({ wildcards: false, ignoreCase: true }))],
  ['stringnotequalsignorecase', isNot(text({ wildcards: false, ignoreCase: true }))],
  ['stringlike', is(text({ wildcards: true }))],
  ['stringnotlike', isNot(text({ wildcards: true }))],
  ['binaryequals', is(text({ wildcards: false }))],
  ['numericequals', is(ordered(readNumber, equal))],
  ['numericnotequals', isNot(ordered(readNumber, equal))],
  ['numericlessthan', is(ordered(readNumber, less))],
  ['numericlessthanequals', is(ordered(readNumber, lessOrEqual))],
  ['numericgreaterthan', is(ordered(readNumber, greater))],
  ['numericgreaterthanequals', is(ordered(readNumber, greaterOrEqual))],
  ['dateequals', is(ordered(readDate, equal))],
  ['datenotequals', isNot(ordered(readDate, equal))],
  ['datelessthan', is(ordered(readDate, less))],
  ['datelessthanequals', is(ordered(readDate, lessOrEqual))],
  ['dategreaterthan', is(ordered(readDate, greater))],
  ['dategreaterthanequals', is(ordered(readDate, greaterOrEqual))],
  ['bool', is(bool)],
  ['ipaddress', is(compileAddressRange)],
  ['notipaddress', isNot(compileAddressRange)],
  // AWS matches both pairs alike (IAM user guide, "Amazon Resource Name (ARN) condition operators").
  ['arnequals', is(arn)],
  ['arnlike', is(arn)],
  ['arnnotequals', isNot(arn)],
  ['arnnotlike', isNot(arn)],
]);

import type { Condition, Statement } from '../document.ts';
import type { ContextKeys } from '../request.ts';
import { PolicySyntaxError } from '../syntax-error.ts';
import type { TextPattern } from '../text-pattern.ts';
import { OPERATORS, type Operator } from './operators.ts';

/** Whether a condition holds for a request. */
export type HoldsFor = (keys: ContextKeys) => boolean;

const OPERATOR = /^(?:(forallvalues|foranyvalue):)?(\w+?)(ifexists)?$/;

/**
 * Compiles one condition.
 * @param effect of its statement: what cannot be compared (a variable without a value, a request's value of another kind)
 *   never opens anything, so it counts as equal in a negated Allow and as different in a negated Deny
 * @throws {PolicySyntaxError} for an unknown operator, or a value that it cannot compare with
 */
export function compileCondition(condition: Condition, effect: Statement['effect'], variables: boolean): HoldsFor {
  const { operator: name, key, values } = condition;
  const [, quantifier, base = '', ifExists] = OPERATOR.exec(name.toLowerCase()) ?? [];
  if (base === 'null') return compileNull(condition);
  const operator = OPERATORS.get(base);
  if (operator === undefined) throw new PolicySyntaxError(`Condition.${name}`, 'is not a condition operator');
  const patterns = values.map((value) => {
    const pattern = operator.compile(value, variables);
    if (pattern === undefined) throw new PolicySyntaxError(`Condition.${name}`, `cannot compare with ${value}`);
    return pattern;
  });
  const holds = compileComparison(operator, patterns, effect);

  return (keys) => {
    const given = keys(key);
    if (given === undefined) return whenAbsent(operator, quantifier, ifExists !== undefined);
    if (quantifier === 'forallvalues') return listOf(given).every((value) => holds(value, keys));
    if (quantifier === 'foranyvalue') return listOf(given).some((value) => holds(value, keys));
    // A key with several values wants a set operator; without one nothing matches.
    return typeof given === 'string' && holds(given, keys);
  };
}

/** One value of the request against all of the policy: any of them, or with a negated operator none. */
function compileComparison(
  { negated }: Operator,
  patterns: readonly TextPattern[],
  effect: Statement['effect'],
): (given: string, keys: ContextKeys) => boolean {
  if (!negated) return (given, keys) => patterns.some((pattern) => pattern(given, keys) === true);
  const isDifferent = effect === 'Deny' ? (match?: boolean) => match !== true : (match?: boolean) => match === false;
  return (given, keys) => patterns.every((pattern) => isDifferent(pattern(given, keys)));
}

/** IAM user guide, "Set operators" and "...IfExists condition operators". */
function whenAbsent({ negated }: Operator, quantifier: string | undefined, ifExists: boolean): boolean {
  if (quantifier === 'forallvalues') return true;
  if (quantifier === 'foranyvalue') return false;
  return negated || ifExists;
}

/** `true` holds when the key is absent, `false` when it is there. */
function compileNull({ key, values }: Condition): HoldsFor {
  const wanted = values.map((value) => value.toLowerCase());
  if (wanted.some((value) => value !== 'true' && value !== 'false')) {
    throw new PolicySyntaxError('Condition.Null', 'must be true or false');
  }
  return (keys) => wanted.includes(String(keys(key) === undefined));
}

function listOf(given: string | readonly string[]): readonly string[] {
  return typeof given === 'string' ? [given] : given;
}

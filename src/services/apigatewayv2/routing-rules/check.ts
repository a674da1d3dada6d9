import type { DomainName, RoutingRule, RoutingRuleAction, RoutingRuleCondition } from '../../../model/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { isForbiddenCondition } from './forbidden-headers.ts';

type RuleInput = Pick<In<'createRoutingRule'>, 'Priority' | 'Conditions' | 'Actions'>;

const { priority, headerConditions, basePathConditions, headerLength, globLength, infixGlobLength, basePathLength } =
  LIMITS.routingRule;

/** RFC 9110 section 5.1, `field-name`, without the asterisk: names know no wildcards. */
const FIELD_NAME = /^[!#$%&'+.^_`|~0-9A-Za-z-]+$/;
/** What is visible in ASCII: the guide's own examples need more than the characters that it lists. */
const FIELD_VALUE = /^[\x21-\x7e]+$/;
const BASE_PATH = /^[A-Za-z0-9$\-_.+!*'()]+(?:\/[A-Za-z0-9$\-_.+!*'()]+)*$/;

/**
 * The rule that an input asks for, without its identity (fact D151; guide page rest-api-routing-rules, "Restrictions").
 * @throws {ServiceError} 400; the texts are ours
 */
export function readRule({
  Priority,
  Conditions,
  Actions,
}: RuleInput): Omit<RoutingRule, 'RoutingRuleId' | 'RoutingRuleArn'> {
  if (!Number.isInteger(Priority) || Priority < priority.min || Priority > priority.max) {
    throw badRequest(`Priority must be between ${priority.min} and ${priority.max}.`);
  }
  const conditions = Conditions.map(readCondition);
  if (conditions.filter(({ MatchHeaders }) => MatchHeaders).length > headerConditions) {
    throw badRequest(`A routing rule can have at most ${headerConditions} matchHeaders conditions.`);
  }
  if (conditions.filter(({ MatchBasePaths }) => MatchBasePaths).length > basePathConditions) {
    throw badRequest(`A routing rule can have at most ${basePathConditions} matchBasePaths condition.`);
  }
  return { Priority, Conditions: conditions, Actions: [readAction(Actions)] };
}

/** @throws {ServiceError} 409 where another rule has the priority */
export function checkPriority({ Priority }: Pick<RoutingRule, 'Priority'>, others: readonly RoutingRule[]): void {
  if (others.some((other) => other.Priority === Priority)) {
    throw conflict(`A routing rule with the priority ${Priority} already exists for this domain name.`);
  }
}

export function ruleArn({ domainNameArn }: DomainName, accountId: string, ruleId: string): string {
  return `${domainNameArn.replace(/^(arn:[\w-]+:apigateway:[\w-]+:)\d*:/, `$1${accountId}:`)}/routingrules/${ruleId}`;
}

function readAction(actions: RuleInput['Actions']): RoutingRuleAction {
  const [action, ...more] = actions;
  if (action === undefined || more.length > 0) throw badRequest('A routing rule must have exactly one action.');
  const { ApiId, Stage, StripBasePath } = action.InvokeApi;
  return { InvokeApi: { ApiId, Stage, StripBasePath: StripBasePath ?? false } };
}

function readCondition({ MatchHeaders, MatchBasePaths }: RuleInput['Conditions'][number]): RoutingRuleCondition {
  if ((MatchHeaders === undefined) === (MatchBasePaths === undefined)) {
    throw badRequest('A condition must have either matchHeaders or matchBasePaths.');
  }
  if (MatchBasePaths) {
    if (MatchBasePaths.AnyOf.length !== 1) throw badRequest('A matchBasePaths condition must have one base path.');
    MatchBasePaths.AnyOf.forEach(checkBasePath);
    return { MatchBasePaths: { AnyOf: [...MatchBasePaths.AnyOf] } };
  }
  const { AnyOf = [] } = MatchHeaders ?? {};
  if (AnyOf.length !== 1) throw badRequest('A matchHeaders condition must have one header.');
  AnyOf.forEach(checkHeader);
  return { MatchHeaders: { AnyOf: AnyOf.map(({ Header, ValueGlob }) => ({ Header, ValueGlob })) } };
}

function checkBasePath(basePath: string): void {
  if (basePath.length > basePathLength || !BASE_PATH.test(basePath) || hasDotSegment(basePath)) {
    throw badRequest(`Invalid base path specified: ${basePath}`);
  }
}

/** No request with such a segment reaches an API. */
function hasDotSegment(basePath: string): boolean {
  return basePath.split('/').some((segment) => segment === '.' || segment === '..');
}

function checkHeader({ Header, ValueGlob }: { readonly Header: string; readonly ValueGlob: string }): void {
  if (Header.length > headerLength || !FIELD_NAME.test(Header)) throw badRequest(`Invalid header specified: ${Header}`);
  if (isForbiddenCondition(Header)) throw badRequest(`The header ${Header} is not supported as a condition.`);
  const inner = ValueGlob.replace(/^\*/, '').replace(/\*$/, '');
  const isInfix = ValueGlob.length > 1 && ValueGlob.startsWith('*') && ValueGlob.endsWith('*');
  const isTooLong = ValueGlob.length > (isInfix ? infixGlobLength : globLength);
  if (isTooLong || !FIELD_VALUE.test(ValueGlob) || inner.includes('*')) {
    throw badRequest(`Invalid header value glob specified: ${ValueGlob}`);
  }
}

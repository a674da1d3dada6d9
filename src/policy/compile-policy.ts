import { compileArn } from './arn-pattern.ts';
import { compileCondition } from './conditions/index.ts';
import type { Negatable, Statement } from './document.ts';
import { type PolicyRules, parsePolicy } from './parse-policy.ts';
import { matchPrincipals, type PrincipalMatch } from './principals.ts';
import type { AccessRequest } from './request.ts';
import { compileText, type TextPattern } from './text-pattern.ts';

/**
 * Where a policy stands: attached to an identity (also as a boundary or to a session), to a resource, to a role that trusts
 * those whom it names, or given out by an authorizer, which needs no principal because it was asked about one.
 */
export type PolicyKind = 'identity' | 'resource' | 'trust' | 'authorizer';

const RULES: Readonly<Record<PolicyKind, PolicyRules>> = {
  identity: { principals: 'forbidden', resources: 'required' },
  resource: { principals: 'required', resources: 'required' },
  trust: { principals: 'required', resources: 'forbidden' },
  authorizer: { principals: 'ignored', resources: 'required' },
};

/** The statement that decided. */
export interface DecidingStatement {
  /** The name that the policy was compiled with. */
  readonly policy: string;
  /** From 0. */
  readonly index: number;
  readonly sid?: string;
}

/** What one policy says about a request. */
export interface Verdict {
  /** `None` when no statement is about it. */
  readonly effect: 'Allow' | 'Deny' | 'None';
  /** Absent for `None`. */
  readonly statement?: DecidingStatement;
  /** How the deciding statement names the caller. */
  readonly principal?: PrincipalMatch;
}

/** A statement that is about a request. */
export interface StatementMatch {
  readonly effect: 'Allow' | 'Deny';
  readonly statement: DecidingStatement;
}

export interface CompiledPolicy {
  /** A Deny wins over every Allow; of several Allows, one that names the caller himself. */
  evaluate(request: AccessRequest): Verdict;
  /**
   * The first statement that denies a request.
   * @param hasBoundary whether the caller has a permissions boundary: a Deny with `NotPrincipal` then denies him, too, even
   *   if it leaves him out (IAM user guide, "Permissions boundaries for IAM entities")
   */
  denies(request: AccessRequest, hasBoundary: boolean): DecidingStatement | undefined;
  /** Every statement that is about a request, in the document's order: for those who are told why. */
  matches(request: AccessRequest): readonly StatementMatch[];
}

const NONE: Verdict = { effect: 'None' };
const STRENGTH: Readonly<Record<PrincipalMatch, number>> = { direct: 4, everybody: 3, role: 2, account: 1 };

interface CompiledStatement {
  readonly ref: DecidingStatement;
  readonly effect: Statement['effect'];
  readonly deniesBoundaries: boolean;
  /** Undefined when the statement is not about the caller. */
  principal(request: AccessRequest): PrincipalMatch | undefined;
  /** Whether action, resource and conditions match. */
  applies(request: AccessRequest): boolean;
}

/**
 * Compiles a policy.
 * @param document what its JSON says
 * @param name for the decisions that it makes
 * @throws {PolicySyntaxError} when it is none, or has conditions that cannot be evaluated
 */
export function compilePolicy(document: unknown, kind: PolicyKind, name: string): CompiledPolicy {
  const { hasVariables, statements } = parsePolicy(document, RULES[kind]);
  const compiled = statements.map((statement, index) =>
    compileStatement(statement, hasVariables, { policy: name, index }),
  );
  const denying = compiled.filter(({ effect }) => effect === 'Deny');
  const allowing = compiled.filter(({ effect }) => effect === 'Allow');

  return {
    evaluate(request) {
      for (const { ref, principal, applies } of denying) {
        const match = principal(request);
        if (match !== undefined && applies(request)) return { effect: 'Deny', statement: ref, principal: match };
      }
      let best = NONE;
      for (const { ref, principal, applies } of allowing) {
        const match = principal(request);
        if (match === undefined || (best.principal && STRENGTH[match] <= STRENGTH[best.principal])) continue;
        if (applies(request)) best = { effect: 'Allow', statement: ref, principal: match };
      }
      return best;
    },
    denies(request, hasBoundary) {
      return denying.find(
        (statement) =>
          ((hasBoundary && statement.deniesBoundaries) || statement.principal(request) !== undefined) &&
          statement.applies(request),
      )?.ref;
    },
    matches: (request) =>
      compiled
        .filter((statement) => statement.principal(request) !== undefined && statement.applies(request))
        .map(({ effect, ref }) => ({ effect, statement: ref })),
  };
}

function compileStatement(statement: Statement, variables: boolean, at: DecidingStatement): CompiledStatement {
  const { effect, principals, actions, resources, conditions, sid } = statement;
  const isAction = compileActions(actions);
  const isResource = compileResources(resources, effect, variables);
  const holds = conditions.map((condition) => compileCondition(condition, effect, variables));
  return {
    ref: { ...at, ...(sid !== undefined && { sid }) },
    effect,
    deniesBoundaries: effect === 'Deny' && principals?.negated === true,
    principal: principals === undefined ? () => 'direct' : ({ principal }) => matchPrincipals(principals, principal),
    applies: (request) =>
      isAction(request) && isResource(request) && holds.every((condition) => condition(request.keys)),
  };
}

type Matches = (request: AccessRequest) => boolean;

/** Actions have no case. */
function compileActions({ negated, values }: Negatable<string>): Matches {
  const patterns = values.map((value) => compileText(value, { variables: false, wildcards: true, ignoreCase: true }));
  return ({ action, keys }) => patterns.some((pattern) => pattern(action, keys) === true) !== negated;
}

/** A variable without a value opens nothing: not in an Allow of what is not named either. */
function compileResources(resources: Statement['resources'], effect: Statement['effect'], variables: boolean): Matches {
  if (resources === undefined) return () => true;
  const { negated, values } = resources;
  const patterns: readonly TextPattern[] = values.map((value) => compileArn(value, { variables, wildcards: true }));
  if (!negated) return ({ resource, keys }) => patterns.some((pattern) => pattern(resource, keys) === true);
  const isOutside = effect === 'Deny' ? (match?: boolean) => match !== true : (match?: boolean) => match === false;
  return ({ resource, keys }) => patterns.every((pattern) => isOutside(pattern(resource, keys)));
}

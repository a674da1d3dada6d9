import type { CallerPolicies, PolicyText } from '../../../model/index.ts';
import {
  type AccessRequest,
  type Caller,
  type CompiledPolicy,
  callerKeys,
  compilePolicy,
  type DecidingSource,
  decideAccess,
  keysFrom,
  PolicySyntaxError,
  principalOf,
} from '../../../policy/index.ts';
import { invalidInput } from '../errors.ts';
import { contextKeysOf } from './context-keys.ts';
import { type Span, statementSpans } from './statement-spans.ts';

/** A policy that takes part, under the name and type that the answer gives it. */
export interface SimulatedPolicy extends PolicyText {
  readonly source: DecidingSource;
  readonly sourceId: string;
  readonly sourceType: string;
}

/** What is simulated: everything but action and resource. */
export interface Simulation {
  readonly caller: Caller;
  readonly policies: readonly SimulatedPolicy[];
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
  readonly resourceAccountId: string;
}

interface Compiled extends SimulatedPolicy {
  readonly compiled: CompiledPolicy;
  readonly spans: readonly Span[];
}

const DECISIONS = { Allow: 'allowed', ExplicitDeny: 'explicitDeny', ImplicitDeny: 'implicitDeny' } as const;
const DETAILS: Readonly<Record<DecidingSource, string>> = {
  identity: 'IAM Policy',
  resource: 'Resource Policy',
  boundary: 'Permissions Boundary Policy',
  session: 'Session Policy',
};

/**
 * Prepares a simulation.
 * @returns what judges one action on one resource
 * @throws {ServiceError} `InvalidInput` for a policy that cannot be read
 */
export function prepareSimulation({ caller, policies, keys, resourceAccountId }: Simulation) {
  const all = policies.map(compile);
  const known = { ...keys, ...withoutGiven(callerKeys(caller), keys) };
  const missing = missingKeys(policies, known);
  const of = (source: DecidingSource) =>
    all.filter((policy) => policy.source === source).map(({ compiled }) => compiled);
  const applicable = {
    identity: of('identity'),
    resource: of('resource')[0],
    boundary: of('boundary')[0],
    session: of('session'),
    resourceAccountId,
  };

  return (action: string, resource: string) => {
    const request: AccessRequest = { principal: principalOf(caller), action, resource, keys: keysFrom(known) };
    const { result } = decideAccess(request, applicable);
    const wanted = result === 'ExplicitDeny' ? 'Deny' : 'Allow';
    return {
      EvalActionName: action,
      EvalResourceName: resource,
      EvalDecision: DECISIONS[result],
      MatchedStatements: all.flatMap((policy) => matched(policy, request, wanted)),
      MissingContextValues: missing,
      ...(applicable.boundary && {
        PermissionsBoundaryDecisionDetail: {
          AllowedByPermissionsBoundary: applicable.boundary.evaluate(request).effect === 'Allow',
        },
      }),
      EvalDecisionDetails: details(all, request),
    };
  };
}

function compile(policy: SimulatedPolicy): Compiled {
  try {
    const kind = policy.source === 'resource' ? 'resource' : 'identity';
    const compiled = compilePolicy(JSON.parse(policy.document), kind, policy.name);
    return { ...policy, compiled, spans: statementSpans(policy.document) };
  } catch (error) {
    if (!(error instanceof PolicySyntaxError || error instanceof SyntaxError)) throw error;
    throw invalidInput(`Policy statement must contain valid JSON and the policy grammar: ${error.message}`);
  }
}

function matched(
  { compiled, sourceId, sourceType, spans }: Compiled,
  request: AccessRequest,
  effect: 'Allow' | 'Deny',
) {
  return compiled
    .matches(request)
    .filter((match) => match.effect === effect)
    .map(({ statement }) => ({ SourcePolicyId: sourceId, SourcePolicyType: sourceType, ...spans[statement.index] }));
}

/** What each kind of policies says by itself. */
function details(all: readonly Compiled[], request: AccessRequest): Readonly<Record<string, string>> {
  const sources = [...new Set(all.map(({ source }) => source))];
  return Object.fromEntries(
    sources.map((source) => {
      const effects = all
        .filter((policy) => policy.source === source)
        .map(({ compiled }) => compiled.evaluate(request).effect);
      const decision = effects.includes('Deny') ? 'ExplicitDeny' : effects.includes('Allow') ? 'Allow' : 'ImplicitDeny';
      return [DETAILS[source], DECISIONS[decision]];
    }),
  );
}

function missingKeys(
  policies: readonly SimulatedPolicy[],
  known: Readonly<Record<string, unknown>>,
): readonly string[] {
  const asked = policies.flatMap(({ document }) => contextKeysOf(JSON.parse(document)));
  return [...new Set(asked)].filter((key) => !Object.hasOwn(known, key.toLowerCase())).sort();
}

function withoutGiven<T>(
  record: Readonly<Record<string, T>>,
  given: Readonly<Record<string, unknown>>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !Object.hasOwn(given, key)));
}

/** The policies of a caller as they take part in a simulation of him. */
export function simulatedPolicies({ identity, boundary, session = [] }: CallerPolicies): readonly SimulatedPolicy[] {
  return [
    ...identity.map((policy) => named(policy, 'identity')),
    ...(boundary ? [named(boundary, 'boundary')] : []),
    ...session.map((policy) => named(policy, 'session')),
  ];
}

/** A managed policy has its ARN for a name, an inline one its owner's ARN and its own name. */
function named(policy: PolicyText, source: DecidingSource): SimulatedPolicy {
  const [owner = '', inlineName] = policy.name.split(' ');
  const type = /^arn:[\w-]+:iam::([^:]*):([a-z]+)/.exec(owner);
  const sourceType =
    inlineName !== undefined ? (type?.[2] ?? 'none') : type?.[1] === 'aws' ? 'aws-managed' : 'user-managed';
  return { ...policy, source, sourceId: inlineName ?? owner.slice(owner.lastIndexOf('/') + 1), sourceType };
}

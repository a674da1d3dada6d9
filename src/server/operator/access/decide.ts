import type { Call } from '../../../aws/index.ts';
import { type ContextKeys, compilePolicy, keysFrom, type Principal } from '../../../policy/index.ts';
import type { IamQueries } from '../../../services/iam/index.ts';
import type { AskedCaller, Foreigner } from './caller.ts';

/** What is asked, when caller and method have been found. */
export interface Question {
  readonly caller: AskedCaller;
  readonly action: string;
  readonly resource: string;
  /** JSON text. */
  readonly resourcePolicy: string | undefined;
  /** JSON text, of a session that has one. */
  readonly sessionPolicy?: string;
  /** Condition keys by name, as they are spelt. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'depends';
  /** What each kind of policies says by itself. */
  readonly sources: readonly { readonly source: string; readonly says: string }[];
  /** The statements that decided. */
  readonly statements: readonly { readonly policy: string; readonly type: string; readonly at: string }[];
  readonly missingKeys: readonly string[];
  readonly note?: string;
}

/** Asks IAM's simulator, which is the engine that decides about real calls. */
export async function decideByPolicies(
  iam: IamQueries,
  { action, resource, resourcePolicy, keys, caller }: Question,
  source: string,
  call: Call,
): Promise<Answer> {
  const { EvaluationResults = [] } = await iam.simulatePrincipalPolicy(
    {
      PolicySourceArn: source,
      ActionNames: [action],
      ResourceArns: [resource],
      ...(caller.kind === 'principal' && caller.arn.includes(':sts:') && { CallerArn: caller.arn }),
      ...(resourcePolicy !== undefined && { ResourcePolicy: resourcePolicy }),
      ContextEntries: Object.entries(keys).map(([name, value]) => ({
        ContextKeyName: name,
        ContextKeyType: 'string',
        ContextKeyValues: [value],
      })),
    },
    call,
  );
  const [result] = EvaluationResults;
  return {
    decision: (result?.EvalDecision ?? 'implicitDeny') as Answer['decision'],
    sources: Object.entries(result?.EvalDecisionDetails ?? {}).map(([source, says]) => ({ source, says: says ?? '' })),
    statements: (result?.MatchedStatements ?? []).map((statement) => ({
      policy: statement.SourcePolicyId ?? '',
      type: statement.SourcePolicyType ?? '',
      at: `${placeOf(statement.StartPosition)}-${placeOf(statement.EndPosition)}`,
    })),
    missingKeys: result?.MissingContextValues ?? [],
  };
}

function placeOf(position: { readonly Line?: number | undefined; readonly Column?: number | undefined } | undefined) {
  return `${position?.Line ?? ''}:${position?.Column ?? ''}`;
}

/** What a policy says, as answers have it. */
export const DECISIONS = { Allow: 'allowed', Deny: 'explicitDeny', None: 'implicitDeny' } as const;

/** The condition keys of a question, to be asked for by name. */
export function knownKeys(keys: Question['keys']): ContextKeys {
  return keysFrom(Object.fromEntries(Object.entries(keys).map(([name, value]) => [name.toLowerCase(), value])));
}

/** Judges a caller who shows nothing by the resource's policy alone. */
export function decideForAnybody(question: Question): Answer {
  if (question.resourcePolicy === undefined)
    return { decision: 'allowed', sources: [], statements: [], missingKeys: [] };
  return decideByResource(question, question.resourcePolicy, { kind: 'anonymous' });
}

/**
 * Judges somebody of another account, for whom both that account and the resource's policy must allow it (guide page
 * apigateway-authorization-flow, table B).
 */
export function decideForForeigner(question: Question, { arn, accountId, roleArn }: Foreigner): Answer {
  const note = 'Somebody of another account needs a resource policy that allows it.';
  const { resourcePolicy } = question;
  if (resourcePolicy === undefined)
    return { decision: 'implicitDeny', sources: [], statements: [], missingKeys: [], note };
  const principal = { kind: 'authenticated', arn, accountId, ...(roleArn !== undefined && { roleArn }) } as const;
  const keys = { 'aws:PrincipalAccount': accountId, 'aws:PrincipalArn': roleArn ?? arn, ...question.keys };
  const answer = decideByResource({ ...question, keys }, resourcePolicy, principal);
  if (answer.decision === 'explicitDeny') return answer;
  if (answer.decision === 'implicitDeny') return { ...answer, note };
  return { ...answer, decision: 'depends', note: `The policies of account ${accountId} must allow it, too.` };
}

function decideByResource({ action, resource, keys }: Question, resourcePolicy: string, principal: Principal): Answer {
  const { effect, statement } = compilePolicy(JSON.parse(resourcePolicy), 'resource', 'ResourcePolicy').evaluate({
    principal,
    action,
    resource,
    keys: knownKeys(keys),
  });
  const decision = DECISIONS[effect];
  return {
    decision,
    sources: [{ source: 'Resource Policy', says: decision }],
    statements: statement
      ? [{ policy: 'ResourcePolicy', type: 'resource', at: `statement ${statement.index + 1}` }]
      : [],
    missingKeys: [],
  };
}

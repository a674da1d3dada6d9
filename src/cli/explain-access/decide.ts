import { type ContextKeys, compilePolicy, keysFrom } from '../../policy/index.ts';
import type { AskedCaller } from './caller.ts';
import { partsIn, type QueryClient, textIn, textsIn } from './query-client.ts';

/** What is asked. */
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

/** Asks IAM's simulator, which is the engine that decides about real calls. @throws {StartError} */
export async function decideByPolicies(query: QueryClient, question: Question, source: string): Promise<Answer> {
  const { action, resource, resourcePolicy, keys, caller } = question;
  const entries = Object.entries(keys).flatMap(([name, value], index) => {
    const at = `ContextEntries.member.${index + 1}`;
    return [
      [`${at}.ContextKeyName`, name],
      [`${at}.ContextKeyType`, 'string'],
      [`${at}.ContextKeyValues.member.1`, value],
    ] as const;
  });
  const xml = await query('iam', {
    Action: 'SimulatePrincipalPolicy',
    PolicySourceArn: source,
    'ActionNames.member.1': action,
    'ResourceArns.member.1': resource,
    ...(caller.kind === 'principal' && caller.arn.includes(':sts:') && { CallerArn: caller.arn }),
    ...(resourcePolicy !== undefined && { ResourcePolicy: resourcePolicy }),
    ...Object.fromEntries(entries),
  });
  const details = partsIn(xml, 'entry').map((entry) => ({
    source: textIn(entry, 'key') ?? '',
    says: textIn(entry, 'value') ?? '',
  }));
  const statements = partsIn(xml, 'MatchedStatements')
    .flatMap((list) => partsIn(list, 'member'))
    .map((statement) => {
      const [line = '', lastLine = ''] = textsIn(statement, 'Line');
      const [column = '', lastColumn = ''] = textsIn(statement, 'Column');
      return {
        policy: textIn(statement, 'SourcePolicyId') ?? '',
        type: textIn(statement, 'SourcePolicyType') ?? '',
        at: `${line}:${column}-${lastLine}:${lastColumn}`,
      };
    });
  return {
    decision: textIn(xml, 'EvalDecision') as Answer['decision'],
    sources: details,
    statements,
    missingKeys: partsIn(xml, 'MissingContextValues').flatMap((list) => textsIn(list, 'member')),
  };
}

/** What a policy says, as answers have it. */
export const DECISIONS = { Allow: 'allowed', Deny: 'explicitDeny', None: 'implicitDeny' } as const;

/** The condition keys of a question, to be asked for by name. */
export function knownKeys(keys: Question['keys']): ContextKeys {
  return keysFrom(Object.fromEntries(Object.entries(keys).map(([name, value]) => [name.toLowerCase(), value])));
}

/** Judges a caller who shows nothing by the resource's policy alone. */
export function decideForAnybody({ action, resource, resourcePolicy, keys }: Question): Answer {
  if (resourcePolicy === undefined) return { decision: 'allowed', sources: [], statements: [], missingKeys: [] };
  const { effect, statement } = compilePolicy(JSON.parse(resourcePolicy), 'resource', 'ResourcePolicy').evaluate({
    principal: { kind: 'anonymous' },
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

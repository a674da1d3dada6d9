import { isIP } from 'node:net';
import { StartError } from '../../server/index.ts';
import type { CommandContext } from '../api/commands/command.ts';
import { findCaller } from './caller.ts';
import { type Answer, decideByPolicies, decideForAnybody, type Question } from './decide.ts';
import { type AskedMethod, findMethod } from './method.ts';
import { type QueryClient, textIn } from './query-client.ts';
import { limitBySession, readSessionPolicy } from './session-policy.ts';

/** What the command is given. */
export interface ExplainOptions {
  readonly caller: string;
  readonly action?: string;
  readonly resource: string;
  readonly api?: string;
  readonly stage: string;
  readonly method: string;
  readonly path: string;
  readonly time?: string;
  readonly ip?: string;
  readonly sessionPolicy?: string;
}

/** Says who may do something, and which policy says so. @throws {StartError} */
export async function explainAccess(
  { client, tell, nowMs }: CommandContext,
  query: QueryClient,
  region: string,
  options: ExplainOptions,
): Promise<void> {
  const accountId = textIn(await query('sts', { Action: 'GetCallerIdentity' }), 'Account') ?? '';
  const method =
    options.api === undefined
      ? undefined
      : await findMethod(client, { ...options, api: options.api }, region, accountId);
  const action = method ? 'execute-api:Invoke' : options.action;
  if (action === undefined) throw new StartError('Say what is asked: --action, or --api with --method and --path.');
  const time = options.time === undefined ? nowMs() : Date.parse(options.time);
  if (options.ip !== undefined && isIP(options.ip) === 0) throw new StartError(`${options.ip} is no IP address.`);
  if (Number.isNaN(time)) throw new StartError(`${options.time} is no time, such as 2026-01-31T12:00:00Z.`);
  const caller = await findCaller(query, options.caller, accountId);
  const sessionPolicy =
    options.sessionPolicy === undefined ? undefined : await readSessionPolicy(options.sessionPolicy, caller);
  const question: Question = {
    caller,
    action,
    resource: method?.arn ?? options.resource,
    resourcePolicy: method?.resourcePolicy,
    ...(sessionPolicy !== undefined && { sessionPolicy }),
    keys: {
      'aws:CurrentTime': new Date(time).toISOString(),
      'aws:EpochTime': String(Math.floor(time / 1_000)),
      'aws:RequestedRegion': region,
      ...(options.ip !== undefined && { 'aws:SourceIp': options.ip }),
    },
  };
  const answer = await decide(query, question, method);
  tell(inWords(question, answer, method), { ...question, authorizationType: method?.authorizationType, ...answer });
}

async function decide(query: QueryClient, question: Question, method: AskedMethod | undefined): Promise<Answer> {
  const { caller } = question;
  const type = method?.authorizationType;
  if (type === 'CUSTOM' || type === 'COGNITO_USER_POOLS') {
    const alone = decideForAnybody(question);
    if (alone.decision === 'explicitDeny' || (type === 'COGNITO_USER_POOLS' && alone.decision !== 'allowed'))
      return alone;
    return { ...alone, decision: 'depends', note: 'The rest is up to the method’s authorizer.' };
  }
  if (type === 'NONE') return decideForAnybody(question);
  if (caller.kind === 'principal') {
    const answer = await decideByPolicies(query, question, caller.policySource);
    return question.sessionPolicy === undefined ? answer : limitBySession(question, question.sessionPolicy, answer);
  }
  if (caller.kind === 'anonymous') {
    return { decision: 'implicitDeny', sources: [], statements: [], missingKeys: [], note: 'A signature is needed.' };
  }
  const byResource = decideForAnybody({ ...question, caller: { kind: 'anonymous' } });
  if (byResource.decision === 'explicitDeny') return byResource;
  return {
    decision: 'allowed',
    sources: [],
    statements: [],
    missingKeys: [],
    note: 'The root user may do everything.',
  };
}

function inWords({ caller, action, resource }: Question, answer: Answer, method: AskedMethod | undefined): string {
  const lines = [
    `Decision   ${answer.decision}`,
    `Caller     ${caller.kind === 'anonymous' ? 'anonymous' : caller.arn}`,
    `Action     ${action}`,
    `Resource   ${resource}`,
    ...(method ? [`Method     ${method.resourcePath} (${method.authorizationType}), as the API is now`] : []),
    ...answer.sources.map(({ source, says }) => `Source     ${source}: ${says}`),
    ...answer.statements.map(({ policy, type, at }) => `Statement  ${policy} (${type}) at ${at}`),
    ...(answer.missingKeys.length > 0 ? [`Not known  ${answer.missingKeys.join(', ')}`] : []),
    ...(answer.note === undefined ? [] : [`Note       ${answer.note}`]),
  ];
  return `${lines.join('\n')}\n`;
}

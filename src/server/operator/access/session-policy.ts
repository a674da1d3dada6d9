import { type AccessRequest, compilePolicy, PolicySyntaxError, type Principal } from '../../../policy/index.ts';
import { badRequest } from '../json-body.ts';
import type { AskedCaller } from './caller.ts';
import { type Answer, DECISIONS, knownKeys, type Question } from './decide.ts';

/**
 * Checks the policy that a session was given when it began. Nobody but whoever began it has it: a session is what its token says.
 * @throws {ServiceError} 400 for what is no policy, and for a caller who is no session
 */
export function checkSessionPolicy(text: string, caller: AskedCaller): void {
  if (sessionOf(caller) === undefined)
    throw badRequest('A session policy is of a session: the caller is arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION.');
  try {
    compilePolicy(JSON.parse(text), 'identity', 'session policy');
  } catch (error) {
    if (!(error instanceof PolicySyntaxError || error instanceof SyntaxError)) throw error;
    throw badRequest(`This is no policy of a session: ${error.message}`);
  }
}

/**
 * What becomes of an answer by a session policy: it limits what the role may do, and not what a resource's policy allows to the
 * session itself (IAM user guide, "Policy evaluation logic").
 */
export function limitBySession(question: Question, policy: string, answer: Answer): Answer {
  const principal = sessionOf(question.caller);
  if (principal === undefined) return answer;
  const { action, resource, resourcePolicy, keys } = question;
  const request: AccessRequest = { principal, action, resource, keys: knownKeys(keys) };
  const { effect, statement } = compilePolicy(JSON.parse(policy), 'identity', 'session policy').evaluate(request);
  const byResource =
    resourcePolicy === undefined
      ? undefined
      : compilePolicy(JSON.parse(resourcePolicy), 'resource', 'ResourcePolicy').evaluate(request);
  const isFree = byResource?.effect === 'Allow' && byResource.principal === 'direct';
  const all = { ...answer, sources: [...answer.sources, { source: 'Session Policy', says: DECISIONS[effect] }] };
  if (answer.decision === 'explicitDeny') return all;
  if (effect === 'Deny') {
    const deciding = { policy: 'SessionPolicy', type: 'session', at: `statement ${(statement?.index ?? 0) + 1}` };
    return { ...all, decision: 'explicitDeny', statements: [deciding] };
  }
  if (answer.decision !== 'allowed' || effect === 'Allow' || isFree) return all;
  return { ...all, decision: 'implicitDeny', statements: [] };
}

function sessionOf(caller: AskedCaller): Extract<Principal, { kind: 'authenticated' }> | undefined {
  if (caller.kind !== 'principal' || !caller.arn.includes(':assumed-role/')) return undefined;
  const accountId = caller.arn.split(':')[4] ?? '';
  return { kind: 'authenticated', arn: caller.arn, accountId, roleArn: caller.policySource };
}

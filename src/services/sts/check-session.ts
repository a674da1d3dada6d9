import { compilePolicy, PolicySyntaxError } from '../../policy/index.ts';
import type { StsContext } from './context.ts';
import { constraint, malformedPolicy, packedPolicyTooLarge, validationError } from './errors.ts';
import { STS_LIMITS } from './limits.ts';
import type { SessionTerms } from './sessions/index.ts';

const SESSION_NAME = /^[\w+=,.@-]*$/;

/** @throws {ServiceError} `ValidationError` */
export function checkSessionName(name: string, member: 'roleSessionName' | 'sourceIdentity'): void {
  if (!SESSION_NAME.test(name)) {
    throw constraint(name, member, 'Member must satisfy regular expression pattern: [\\w+=,.@-]*');
  }
  if (name.length < 2) throw constraint(name, member, 'Member must have length greater than or equal to 2');
  if (name.length > 64) throw constraint(name, member, 'Member must have length less than or equal to 64');
}

/** @throws {ServiceError} `ValidationError` for what is not from `least` to `most` */
export function checkSeconds(seconds: number, least: number, most: number): void {
  if (seconds < least) {
    throw constraint(seconds, 'durationSeconds', `Member must have value greater than or equal to ${least}`);
  }
  if (seconds > most) {
    throw constraint(seconds, 'durationSeconds', `Member must have value less than or equal to ${most}`);
  }
}

/** The seconds that a role's session lasts. @throws {ServiceError} `ValidationError` */
export function roleSeconds(asked: number | undefined, maxSessionSeconds: number, isChained: boolean): number {
  const { least, standard } = STS_LIMITS.roleSession;
  const seconds = asked ?? standard;
  checkSeconds(seconds, least, 43_200);
  if (isChained && seconds > STS_LIMITS.chainedSessionSeconds) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  if (seconds > maxSessionSeconds) {
    throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  return seconds;
}

interface GivenPolicies {
  readonly Policy?: string | undefined;
  readonly PolicyArns?: readonly { readonly arn?: string | undefined }[] | undefined;
}

/**
 * The session policies of a request.
 * @param accountId the role's, whose managed policies may be named (API reference, `PolicyArns`)
 * @throws {ServiceError}
 */
export async function checkPolicies(
  { identities }: StsContext,
  accountId: string,
  { Policy, PolicyArns = [] }: GivenPolicies,
): Promise<Pick<SessionTerms, 'policy' | 'policyArns'>> {
  if (Policy !== undefined) checkPolicy(Policy);
  if (PolicyArns.length > STS_LIMITS.policyArns) {
    throw validationError(`The number of session policies is limited to ${STS_LIMITS.policyArns}.`);
  }
  const policyArns = PolicyArns.flatMap(({ arn }) => arn ?? []);
  for (const arn of policyArns) {
    if ((await identities.findPolicy(accountId, arn)) === undefined)
      throw malformedPolicy(`Policy ${arn} does not exist.`);
  }
  return { ...(Policy !== undefined && { policy: Policy }), ...(policyArns.length > 0 && { policyArns }) };
}

function checkPolicy(text: string): void {
  if (text.length > STS_LIMITS.policyCharacters) {
    throw constraint(text, 'policy', `Member must have length less than or equal to ${STS_LIMITS.policyCharacters}`);
  }
  try {
    compilePolicy(JSON.parse(text), 'identity', 'session policy');
  } catch (error) {
    if (error instanceof SyntaxError) throw malformedPolicy('This policy contains invalid Json');
    if (error instanceof PolicySyntaxError) throw malformedPolicy('Syntax errors in policy.');
    throw error;
  }
}

/** How much of what a session may carry it does, in percent. @throws {ServiceError} `PackedPolicyTooLarge` */
export function packedPercent({ policy = '', policyArns = [], tags = {} }: SessionTerms): number | undefined {
  if (policy === '' && policyArns.length === 0 && Object.keys(tags).length === 0) return undefined;
  const bytes = Buffer.byteLength(policy) + Buffer.byteLength(JSON.stringify([policyArns, tags]));
  if (bytes > STS_LIMITS.packedBytes) throw packedPolicyTooLarge();
  return Math.max(1, Math.ceil((100 * bytes) / STS_LIMITS.packedBytes));
}

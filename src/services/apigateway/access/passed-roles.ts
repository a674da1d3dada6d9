/** What names a role that API Gateway is to use, as a member and as a patch path. */
const MEMBERS = [
  'credentials',
  'authorizerCredentials',
  'cloudwatchRoleArn',
  'CredentialsArn',
  'AuthorizerCredentialsArn',
];

/** Whoever calls the method: no role, and nothing that is passed on (fact D66). */
export const CALLER = 'arn:aws:iam::*:user/*';

/**
 * The roles that a call hands to API Gateway, as they are written: a stage variable may stand for any part of an ARN, the word
 * `role` too, so everything but {@link CALLER} is taken for one.
 */
export function passedRoles(input: Readonly<Record<string, unknown>>): readonly string[] {
  const given = MEMBERS.map((member) => input[member]);
  const patched = Array.isArray(input.patchOperations)
    ? input.patchOperations
        .filter(({ path }) => MEMBERS.some((member) => path === `/${member}`))
        .map((operation: { readonly value?: unknown }) => operation.value)
    : [];
  return [...given, ...patched].filter(
    (value): value is string => typeof value === 'string' && value !== '' && value !== CALLER,
  );
}

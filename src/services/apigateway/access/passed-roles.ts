/** What names a role that API Gateway is to use, as a member and as a patch path. */
const MEMBERS = [
  'credentials',
  'authorizerCredentials',
  'cloudwatchRoleArn',
  'CredentialsArn',
  'AuthorizerCredentialsArn',
];

/** The roles that a call hands to API Gateway. The caller's own credentials (`arn:aws:iam::*:user/*`) are no role. */
export function passedRoles(input: Readonly<Record<string, unknown>>): readonly string[] {
  const given = MEMBERS.map((member) => input[member]);
  const patched = Array.isArray(input.patchOperations)
    ? input.patchOperations
        .filter(({ path }) => MEMBERS.some((member) => path === `/${member}`))
        .map((operation: { readonly value?: unknown }) => operation.value)
    : [];
  return [...given, ...patched].filter(
    (value): value is string => typeof value === 'string' && value.includes(':role/'),
  );
}

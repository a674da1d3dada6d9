import { runSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePolicy, decideAccess, type Principal } from './index.ts';

// The peer is @cloud-copilot/iam-simulate. Left out is where it says of itself that AWS's answer is not known (variables
// without a value, short ARNs without a wildcard) and where it reads epoch seconds as milliseconds.

const ACCOUNT = '111111111111';
const OTHER = '222222222222';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app/one`;
const USER = `arn:aws:iam::${ACCOUNT}:user/anna`;

const oneOrMore = (values: readonly string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1, maxLength: 2 }));

const actions = oneOrMore([
  'execute-api:Invoke',
  'execute-api:*',
  'execute-api:InvalidateCache',
  'EXECUTE-API:invoke',
  'execute-api:In?oke',
  'execute-api:I*e',
  '*',
]);
const resources = oneOrMore([
  '*',
  'arn:aws:execute-api:*',
  'arn:aws:execute-api:*:*:*',
  'arn:aws:execute-api:us-east-1:111111111111:abc123/*',
  'arn:aws:execute-api:us-east-1:111111111111:abc123/dev/GET/pets/?',
  'arn:aws:execute-api:us-east-1:111111111111:abc123/*/POST/pets/*',
  'arn:aws:execute-api:us-*-1:1*:abc123/dev/*/pets*',
  'arn:aws:execute-api:eu-west-1:111111111111:abc123/*',
  'arn:aws:execute-api:us-east-1:111111111111:abc123/dev/GET/$' + '{aws:username}',
]);
const principals = fc.oneof(
  fc.constant<unknown>('*'),
  oneOrMore(['*', ACCOUNT, `arn:aws:iam::${OTHER}:root`, USER, ROLE, SESSION]).map((AWS): unknown => ({ AWS })),
);

const values: readonly (readonly [key: string, operators: readonly string[], values: readonly string[]])[] = [
  [
    'aws:username',
    [
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
    ],
    ['anna', 'ANNA', 'a*', 'a?na', 'bob', '$' + '{*}', 'x, y'],
  ],
  ['aws:SourceIp', ['IpAddress', 'NotIpAddress'], ['192.0.2.0/24', '192.0.2.9/32', '10.0.0.0/8', '2001:db8::/32']],
  [
    'aws:CurrentTime',
    ['DateLessThan', 'DateGreaterThanEquals', 'DateEquals', 'DateNotEquals'],
    ['2026-01-01T00:00:00Z', '2026-06-01T12:00:00Z'],
  ],
  [
    'aws:MultiFactorAuthAge',
    ['NumericLessThan', 'NumericEquals', 'NumericNotEquals', 'NumericGreaterThanEquals'],
    ['10', '20.5'],
  ],
  ['aws:SecureTransport', ['Bool'], ['true', 'false', 'TRUE']],
  [
    'aws:SourceArn',
    ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'],
    ['arn:aws:s3:::bucket', 'arn:aws:s3:*:*:b*', 'arn:aws:sns:us-east-1:1:t'],
  ],
  [
    'aws:PrincipalOrgPaths',
    ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
    ['o-1/r-1', 'o-1/*', 'o-2/*'],
  ],
];
const conditions = fc
  .array(
    fc.constantFrom(...values).chain(([key, operators, wanted]) =>
      fc.record({
        set: fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:'),
        operator: fc.constantFrom(...operators),
        ifExists: fc.constantFrom('', 'IfExists'),
        absent: fc.constantFrom(undefined, undefined, 'true', 'false'),
        key: fc.constant(key),
        wanted: oneOrMore(wanted),
      }),
    ),
    { maxLength: 2 },
  )
  .map((all) =>
    Object.fromEntries(
      all.map(({ set, operator, ifExists, absent, key, wanted }) =>
        absent === undefined ? [`${set}${operator}${ifExists}`, { [key]: wanted }] : ['Null', { [key]: absent }],
      ),
    ),
  );

const statement = (withPrincipal: boolean) =>
  fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      action: actions,
      notAction: fc.boolean(),
      resource: resources,
      notResource: fc.boolean(),
      principal: principals,
      notPrincipal: fc.boolean(),
      condition: conditions,
    })
    .map(({ Effect, action, notAction, resource, notResource, principal, notPrincipal, condition }) => ({
      Effect,
      [notAction ? 'NotAction' : 'Action']: action,
      [notResource ? 'NotResource' : 'Resource']: resource,
      ...(withPrincipal && { [notPrincipal ? 'NotPrincipal' : 'Principal']: principal }),
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    }));
const policy = (withPrincipal: boolean) =>
  fc
    .array(statement(withPrincipal), { minLength: 1, maxLength: 3 })
    .map((Statement) => ({ Version: '2012-10-17', Statement }));

const caller = fc.constantFrom<readonly [Principal, string]>(
  [{ kind: 'authenticated', arn: USER, accountId: ACCOUNT }, USER],
  [{ kind: 'authenticated', arn: SESSION, accountId: ACCOUNT, roleArn: ROLE }, SESSION],
);
const keys = fc.record(
  {
    'aws:sourceip': fc.constantFrom('192.0.2.9', '10.1.2.3', '2001:db8::1'),
    'aws:currenttime': fc.constantFrom('2026-03-01T00:00:00Z', '2026-06-01T12:00:00Z'),
    'aws:multifactorauthage': fc.constantFrom('10', '30'),
    'aws:securetransport': fc.constantFrom('true', 'false'),
    'aws:sourcearn': fc.constantFrom('arn:aws:s3:::bucket', 'arn:aws:sns:us-east-1:1:t'),
    'aws:principalorgpaths': fc.constantFrom(['o-1/r-1'], ['o-1/r-1', 'o-2/r-2'], ['o-3/r-1']),
  },
  { requiredKeys: [] },
);

it('decides as another simulator does', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        caller,
        keys,
        identity: fc.array(policy(false), { maxLength: 2 }),
        resource: fc.option(policy(true), { nil: undefined }),
        boundary: fc.option(policy(false), { nil: undefined, freq: 2 }),
        session: fc.option(policy(false), { nil: undefined, freq: 2 }),
        owner: fc.constantFrom(ACCOUNT, ACCOUNT, OTHER),
        path: fc.constantFrom('dev/GET/pets/7', 'dev/POST/pets/7', 'dev/GET/anna', 'prod/GET/pets'),
      }),
      async (given) => {
        const [principal, principalArn] = given.caller;
        // Of a session that a resource's policy names itself the peer asks its own policy, too, against the IAM user guide
        // ("Session policies").
        const isNamed = JSON.stringify(given.resource ?? {}).includes(SESSION);
        const session = principalArn === SESSION && !isNamed ? given.session : undefined;
        const context: Record<string, string | readonly string[]> = { ...given.keys, 'aws:username': 'anna' };
        const resource = `arn:aws:execute-api:us-east-1:111111111111:abc123/${given.path}`;
        const { result: ours, source } = decideAccess(
          { principal, action: 'execute-api:Invoke', resource, keys: (key) => context[key] },
          {
            identity: given.identity.map((document, index) => compilePolicy(document, 'identity', `i${index}`)),
            resource: given.resource && compilePolicy(given.resource, 'resource', 'resource'),
            boundary: given.boundary && compilePolicy(given.boundary, 'identity', 'boundary'),
            ...(session && { session: [compilePolicy(session, 'identity', 'session')] }),
            resourceAccountId: given.owner,
          },
        );
        const theirs = await runSimulation(
          {
            request: {
              principal: principalArn,
              action: 'execute-api:Invoke',
              resource: { resource, accountId: given.owner },
              contextVariables: Object.fromEntries(
                Object.entries(context).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
              ),
            },
            identityPolicies: given.identity.map((document, index) => ({ name: `i${index}`, policy: document })),
            serviceControlPolicies: [],
            resourceControlPolicies: [],
            resourcePolicy: given.resource && { ...given.resource },
            ...(session && { sessionPolicy: session }),
            ...(given.boundary && { permissionBoundaryPolicies: [{ name: 'boundary', policy: given.boundary }] }),
          },
          {},
        );
        const expected = { Allowed: 'Allow', ExplicitlyDenied: 'ExplicitDeny', ImplicitlyDenied: 'ImplicitDeny' };
        fc.pre(theirs.resultType !== 'error');
        const result = theirs.resultType === 'single' ? theirs.overallResult : 'none';
        for (const what of [result, `${ours} by ${source}`]) seen.set(what, (seen.get(what) ?? 0) + 1);
        expect(ours).toBe(expected[result as keyof typeof expected]);
      },
    ),
    { numRuns: 400 },
  );
  for (const result of ['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied'])
    expect(seen.get(result)).toBeGreaterThan(10);
  // Every kind of policy has decided some.
  for (const source of ['identity', 'resource', 'boundary', 'session'])
    expect([...seen.keys()].some((what) => what.endsWith(` by ${source}`))).toBe(true);
}, 60_000);

import { describe, expect, it } from 'vitest';
import { type AccessRequest, compilePolicy, decideAccess, type Principal } from './index.ts';

// Expected values follow the IAM user guide; the page is in the test's name. See also differential.test.ts.
const ACCOUNT = '111111111111';
const ARN = `arn:aws:execute-api:us-east-1:${ACCOUNT}:abc123/dev/GET/pets`;
const ANONYMOUS: Principal = { kind: 'anonymous' };
const USER: Principal = { kind: 'authenticated', arn: `arn:aws:iam::${ACCOUNT}:user/anna`, accountId: ACCOUNT };

function request(principal: Principal, keys: Record<string, string> = {}, resource = ARN): AccessRequest {
  return { principal, action: 'execute-api:Invoke', resource, keys: (key) => keys[key] };
}
function policy(statement: object, Version = '2012-10-17') {
  return { Version, Statement: { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*', ...statement } };
}
const verdict = (statement: object, given = request(USER), version?: string) =>
  compilePolicy(policy(statement, version), 'identity', 'p').evaluate(given).effect;

describe('a document', () => {
  it.each([
    ['nothing', null],
    ['a list', []],
    ['another version', { Version: '2020-01-01', Statement: [] }],
    ['no statement', { Version: '2012-10-17', Statement: [] }],
    ['an unknown element', { ...policy({}), Extra: 1 }],
    ['an unknown effect', policy({ Effect: 'allow' })],
    ['both Action and NotAction', policy({ NotAction: 'execute-api:*' })],
    ['neither Resource nor NotResource', { Statement: [{ Effect: 'Allow', Action: '*' }] }],
    ['an action without a vendor', policy({ Action: 'Invoke' })],
    ['an empty list of resources', policy({ Resource: [] })],
    ['a principal in an identity’s policy', policy({ Principal: '*' })],
    ['an unknown operator', policy({ Condition: { StringMatches: { 'aws:username': 'x' } } })],
    ['a range of addresses that is none', policy({ Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/33' } } })],
    ['an object as a condition’s value', policy({ Condition: { StringEquals: { 'aws:username': {} } } })],
  ])('with %s is no policy', (_, document) => {
    expect(() => compilePolicy(document, 'identity', 'p')).toThrow(/^(Policy|Version|Statement|Condition)/);
  });

  it.each(['11111111111', 'arn:aws:iam::111111111111:user/*', 'anna', ''])('names no principal by %j', (AWS) => {
    expect(() => compilePolicy(policy({ Principal: { AWS } }), 'resource', 'p')).toThrow(/Principal/);
  });

  it('says where it is wrong', () => {
    expect(() => compilePolicy({ Statement: [policy({}).Statement, { Effect: 'No' }] }, 'identity', 'p')).toThrow(
      'Statement[1].Effect: must be Allow or Deny',
    );
  });
});

describe('a resource', () => {
  it.each([
    ['*', true],
    ['arn:aws:execute-api:*', true],
    ['arn:*', true],
    [`arn:aws:execute-api:us-east-1:${ACCOUNT}:abc123/*/GET/*`, true],
    [`arn:aws:execute-api:us-east-1:${ACCOUNT}:abc123/DEV/GET/pets`, false],
    // A wildcard reaches over a colon in the last part alone.
    ['arn:aws:execute-api:us*:abc123/dev/GET/pets', false],
    [`arn:aws:execute-api:us-east-1:${ACCOUNT}:abc123/dev/GET`, false],
    [`arn:aws:execute-api:us-east-1:${ACCOUNT}:abc123/dev/GET/pets?`, false],
  ])('%s (IAM JSON policy elements: Resource)', (Resource, isMatch) => {
    expect(verdict({ Resource })).toBe(isMatch ? 'Allow' : 'None');
  });
});

// The example of guide page apigateway-websocket-control-access-iam.
describe('the ARNs of WebSocket APIs: routes, and @connections (fact D109)', () => {
  const api = `arn:aws:execute-api:us-east-1:${ACCOUNT}:abc123`;
  const example = compilePolicy(
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['execute-api:Invoke'], Resource: [`${api}/prod/*`] },
        { Effect: 'Deny', Action: ['execute-api:Invoke'], Resource: [`${api}/prod/secret`] },
        { Effect: 'Deny', Action: ['execute-api:ManageConnections'], Resource: [`${api}/*`] },
      ],
    },
    'identity',
    'p',
  );
  it.each([
    ['execute-api:Invoke', `${api}/prod/$connect`, 'Allow'],
    ['execute-api:Invoke', `${api}/prod/sendMessage`, 'Allow'],
    ['execute-api:Invoke', `${api}/prod/secret`, 'Deny'],
    ['execute-api:Invoke', `${api}/dev/$connect`, 'None'],
    ['execute-api:ManageConnections', `${api}/prod/POST/@connections`, 'Deny'],
    ['execute-api:ManageConnections', `${api}/prod/POST/@connections/AbC=`, 'Deny'],
  ])('%s on %s: %s', (action, resource, effect) => {
    expect(example.evaluate({ ...request(USER, {}, resource), action }).effect).toBe(effect);
  });

  it('of connections are allowed one by one, or all of them', () => {
    const may = (Resource: string, resource: string) =>
      compilePolicy(policy({ Action: 'execute-api:ManageConnections', Resource }), 'identity', 'p').evaluate({
        ...request(USER, {}, resource),
        action: 'execute-api:ManageConnections',
      }).effect;
    expect(may(`${api}/prod/POST/@connections/*`, `${api}/prod/POST/@connections/AbC=`)).toBe('Allow');
    expect(may(`${api}/prod/POST/@connections/one`, `${api}/prod/POST/@connections/other`)).toBe('None');
    expect(may(`${api}/prod/GET/*`, `${api}/prod/POST/@connections/AbC=`)).toBe('None');
  });
});

describe('variables (IAM policy elements: Variables and tags)', () => {
  const Resource = ARN.replace('pets', '$' + '{aws:username}');
  const resource = ARN.replace('pets', 'anna');

  it('stand for the request’s keys since 2012-10-17', () => {
    const given = request(USER, { 'aws:username': 'anna' }, resource);
    expect(verdict({ Resource }, given)).toBe('Allow');
    expect(verdict({ Resource }, given, '2008-10-17')).toBe('None');
    expect(verdict({ Resource }, request(USER, { 'aws:username': '*' }, resource))).toBe('None');
  });

  it('may have a default', () => {
    const withDefault = Resource.replace('username', "username, 'anna'");
    expect(verdict({ Resource: withDefault }, request(USER, {}, resource))).toBe('Allow');
  });

  it('without a value open nothing and close everything', () => {
    const Condition = { StringNotEquals: { 'aws:useragent': '$' + '{aws:username}' } };
    const given = request(USER, { 'aws:useragent': 'x' });
    expect(verdict({ Resource }, request(USER, {}, resource))).toBe('None');
    expect(verdict({ Resource: undefined, NotResource: Resource })).toBe('None');
    expect(verdict({ Condition }, given)).toBe('None');
    expect(verdict({ Effect: 'Deny', Condition }, given)).toBe('Deny');
  });
});

describe('conditions', () => {
  it.each([
    ['192.0.2.0/24', '::ffff:192.0.2.7', true],
    ['192.0.2.0/24', '192.0.3.7', false],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::/0', '192.0.2.7', false],
    ['2001:db8::/32', '2001:db8:0:1::5', true],
    ['2001:db8::1.2.3.4', '2001:db8::102:304', true],
  ])('IpAddress %s holds for %s: %s', (range, ip, holds) => {
    const Condition = { IpAddress: { 'aws:SourceIp': range } };
    expect(verdict({ Condition }, request(USER, { 'aws:sourceip': ip }))).toBe(holds ? 'Allow' : 'None');
  });

  it('compare seconds since the epoch with dates (Date condition operators)', () => {
    const Condition = { DateLessThan: { 'aws:EpochTime': '2026-01-01T00:00:00Z' } };
    expect(verdict({ Condition }, request(USER, { 'aws:epochtime': '1767225599' }))).toBe('Allow');
    expect(verdict({ Condition }, request(USER, { 'aws:epochtime': '1767225600' }))).toBe('None');
  });
});

describe('a decision', () => {
  const named = (statement: object, kind: 'identity' | 'resource', name: string) =>
    compilePolicy(policy(statement), kind, name);
  const open = named({ Principal: '*' }, 'resource', 'open');

  it('names the statement that decided', () => {
    const Statement = [policy({}).Statement, { ...policy({}).Statement, Sid: 'No', Effect: 'Deny' }];
    const identity = [compilePolicy({ Statement }, 'identity', 'two')];
    expect(decideAccess(request(USER), { identity, resourceAccountId: ACCOUNT })).toEqual({
      result: 'ExplicitDeny',
      source: 'identity',
      statement: { policy: 'two', index: 1, sid: 'No' },
    });
  });

  it('for an anonymous caller is made by a policy that names everybody', () => {
    const account = named({ Principal: { AWS: ACCOUNT } }, 'resource', 'account');
    const decide = (resource: typeof open) =>
      decideAccess(request(ANONYMOUS), { identity: [], resource, resourceAccountId: ACCOUNT }).result;
    expect(decide(open)).toBe('Allow');
    expect(decide(account)).toBe('ImplicitDeny');
  });

  it('within a session is limited by its policy, but for what a resource gives to the session itself (Session policies)', () => {
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/app/one`;
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/app`;
    const caller: Principal = { kind: 'authenticated', arn, accountId: ACCOUNT, roleArn };
    const decide = (AWS: string) =>
      decideAccess(request(caller), {
        identity: [named({}, 'identity', 'role')],
        session: [named({ Resource: 'arn:aws:s3:::*' }, 'identity', 'session')],
        resource: named({ Principal: { AWS } }, 'resource', 'resource'),
        resourceAccountId: ACCOUNT,
      }).result;
    expect(decide(roleArn)).toBe('ImplicitDeny');
    expect(decide(arn)).toBe('Allow');
    // Where AWS is silent, what opens less (decision 0014); the peer of the differential test sees it so, too.
    expect(decide('*')).toBe('ImplicitDeny');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_ID, callOf, type OpenIam, openIam } from '../testing/iam.ts';

// API reference, with the service model's limits; texts as LocalStack recorded them on AWS (test_iam_oidc.snapshot.json).
const call = callOf();
const arnOf = (url: string) => `arn:aws:iam::${ACCOUNT_ID}:oidc-provider/${url}`;
const PROVIDER = { OpenIDConnectProviderArn: arnOf('idp.example.com/realm') };
const UNKNOWN = { OpenIDConnectProviderArn: arnOf('unknown.example.com') };
const print = (digit: string) => digit.repeat(40);

let iam: OpenIam['iam'];
beforeEach(async () => {
  ({ iam } = await openIam());
  await make();
});

const make = (input: object = {}) =>
  iam.createOpenIDConnectProvider({ Url: 'https://idp.example.com/realm', ...input }, call);
const read = () => iam.getOpenIDConnectProvider(PROVIDER, call);

describe('an OIDC provider', () => {
  it('gets client ids and loses them, again and again without complaint', async () => {
    const add = (ClientID: string) => iam.addClientIDToOpenIDConnectProvider({ ...PROVIDER, ClientID }, call);
    const remove = (ClientID: string) => iam.removeClientIDFromOpenIDConnectProvider({ ...PROVIDER, ClientID }, call);
    await add('app-1');
    await add('app-2');
    await add('app-1');
    expect((await read()).ClientIDList).toEqual(['app-1', 'app-2']);
    await remove('app-1');
    await remove('app-1');
    expect((await read()).ClientIDList).toEqual(['app-2']);
  });

  it('has a hundred client ids and no more', async () => {
    const add = (ClientID: string) => iam.addClientIDToOpenIDConnectProvider({ ...PROVIDER, ClientID }, call);
    for (let n = 0; n < 100; n += 1) await add(`app-${n}`);
    await add('app-7');
    await expect(add('one more')).rejects.toMatchObject({
      code: 'LimitExceeded',
      statusCode: 409,
      message: 'Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100',
    });
    expect((await read()).ClientIDList).toHaveLength(100);
  });

  it('gets other thumbprints in place of those that it has', async () => {
    const update = (ThumbprintList: string[]) =>
      iam.updateOpenIDConnectProviderThumbprint({ ...PROVIDER, ThumbprintList }, call);
    await update([print('a'), print('b')]);
    await update([print('c'), print('d')]);
    expect((await read()).ThumbprintList).toEqual([print('c'), print('d')]);
    await expect(update([...'123456'].map(print))).rejects.toMatchObject({
      code: 'InvalidInput',
      statusCode: 400,
      message: 'Thumbprint list must contain fewer than 5 entries.',
    });
    const invalid = { code: 'ValidationError', statusCode: 400 };
    await expect(update([print('e'), 'f'.repeat(41)])).rejects.toMatchObject(invalid);
    await expect(update(['f'.repeat(39)])).rejects.toMatchObject(invalid);
    expect((await read()).ThumbprintList).toEqual([print('c'), print('d')]);
  });

  it('is deleted with all that it had, and no other one with it', async () => {
    await make({ Url: 'https://idp.example.com' });
    const Tags = [{ Key: 'a', Value: 'b' }];
    await iam.tagOpenIDConnectProvider({ ...PROVIDER, Tags }, call);
    await iam.addClientIDToOpenIDConnectProvider({ ...PROVIDER, ClientID: 'app' }, call);
    await iam.deleteOpenIDConnectProvider(PROVIDER, call);
    await expect(read()).rejects.toMatchObject({ code: 'NoSuchEntity' });
    expect(await iam.listOpenIDConnectProviders({}, call)).toEqual({
      OpenIDConnectProviderList: [{ Arn: arnOf('idp.example.com') }],
    });
    await make();
    expect(await read()).toMatchObject({ ClientIDList: [], ThumbprintList: [], Tags: [] });
  });

  it.each<[string, (of: { OpenIDConnectProviderArn: string }) => Promise<unknown>]>([
    ['AddClientID', (of) => iam.addClientIDToOpenIDConnectProvider({ ...of, ClientID: 'app' }, call)],
    ['RemoveClientID', (of) => iam.removeClientIDFromOpenIDConnectProvider({ ...of, ClientID: 'app' }, call)],
    ['UpdateThumbprint', (of) => iam.updateOpenIDConnectProviderThumbprint({ ...of, ThumbprintList: [] }, call)],
    ['Tag', (of) => iam.tagOpenIDConnectProvider({ ...of, Tags: [{ Key: 'a', Value: 'b' }] }, call)],
    ['Untag', (of) => iam.untagOpenIDConnectProvider({ ...of, TagKeys: ['a'] }, call)],
    ['ListTags', (of) => iam.listOpenIDConnectProviderTags(of, call)],
  ])('is there, and has an ARN of its kind: %s', async (_, act) => {
    await expect(act(UNKNOWN)).rejects.toMatchObject({
      code: 'NoSuchEntity',
      statusCode: 404,
      message: `OpenIDConnect Provider not found for arn ${UNKNOWN.OpenIDConnectProviderArn}`,
    });
    const invalid = { code: 'InvalidInput', statusCode: 400 };
    await expect(act({ OpenIDConnectProviderArn: `arn:aws:iam::${ACCOUNT_ID}:role/r` })).rejects.toMatchObject(invalid);
  });
});

describe('tags of an OIDC provider', () => {
  const tag = (...tags: readonly [string, string][]) =>
    iam.tagOpenIDConnectProvider({ ...PROVIDER, Tags: tags.map(([Key, Value]) => ({ Key, Value })) }, call);
  const list = (input: object = {}) => iam.listOpenIDConnectProviderTags({ ...PROVIDER, ...input }, call);

  it('are put on top of those that are there, listed page by page, and taken away', async () => {
    await tag(['k3', ''], ['k2', 'v2']);
    await tag(['k2', 'changed'], ['k1', 'v1']);
    const all = [
      { Key: 'k1', Value: 'v1' },
      { Key: 'k2', Value: 'changed' },
      { Key: 'k3', Value: '' },
    ];
    expect(await list()).toEqual({ Tags: all, IsTruncated: false });
    expect((await read()).Tags).toEqual(expect.arrayContaining(all));
    const first = await list({ MaxItems: 2 });
    expect(first).toEqual({ Tags: all.slice(0, 2), IsTruncated: true, Marker: expect.any(String) });
    expect(await list({ Marker: first.Marker })).toEqual({ Tags: all.slice(2), IsTruncated: false });
    await iam.untagOpenIDConnectProvider({ ...PROVIDER, TagKeys: ['k2', 'unknown'] }, call);
    expect((await list()).Tags).toEqual([all[0], all[2]]);
  });

  // IAM user guide, "Rules for tagging in IAM and AWS STS".
  it('are told apart by their keys’ case', async () => {
    await tag(['Costcenter', '1234'], ['costcenter', '5678']);
    await tag(['costcenter', 'changed']);
    expect((await list()).Tags).toEqual([
      { Key: 'Costcenter', Value: '1234' },
      { Key: 'costcenter', Value: 'changed' },
    ]);
    await iam.untagOpenIDConnectProvider({ ...PROVIDER, TagKeys: ['COSTCENTER', 'costcenter'] }, call);
    expect((await list()).Tags).toEqual([{ Key: 'Costcenter', Value: '1234' }]);
  });

  it('are fifty at most', async () => {
    await tag(...Array.from({ length: 50 }, (_, n): [string, string] => [`k${n}`, '']));
    await expect(tag(['one more', ''])).rejects.toMatchObject({
      code: 'LimitExceeded',
      statusCode: 409,
      message: 'The number of tags has reached the maximum limit.',
    });
    await tag(['k7', 'changed']);
    expect((await list()).Tags).toHaveLength(50);
  });
});

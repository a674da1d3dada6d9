import { expect, it } from 'vitest';
import { clientUpdate, draftOf, NEW_CLIENT, newClient } from './client-draft.ts';

it('reads validity in the units of the client, and what was never told as its default (API reference)', () => {
  expect(draftOf({ ClientName: 'web', RefreshTokenValidity: 30 })).toEqual({
    name: 'web',
    flows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
    accessMinutes: '60',
    idMinutes: '60',
    refreshDays: '30',
  });
  const units = { AccessToken: 'seconds', IdToken: 'days', RefreshToken: 'hours' } as const;
  const told = { AccessTokenValidity: 300, IdTokenValidity: 1, RefreshTokenValidity: 48, TokenValidityUnits: units };
  expect(draftOf(told)).toMatchObject({ accessMinutes: '5', idMinutes: '1440', refreshDays: '2' });
});

it('leaves validity that was not typed in its own unit', () => {
  const units = { AccessToken: 'seconds', RefreshToken: 'hours' } as const;
  const client = { ClientName: 'web', AccessTokenValidity: 330, RefreshTokenValidity: 1, TokenValidityUnits: units };
  const draft = draftOf(client);
  expect(clientUpdate({ ...draft, name: 'app' }, client)).toMatchObject({
    AccessTokenValidity: 330,
    RefreshTokenValidity: 1,
    TokenValidityUnits: units,
  });
  expect(clientUpdate({ ...draft, accessMinutes: '10' }, client)).toMatchObject({
    AccessTokenValidity: 10,
    RefreshTokenValidity: 1,
    TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'hours' },
  });
  expect(clientUpdate(draftOf({ ClientName: 'web' }), {})).not.toHaveProperty('AccessTokenValidity');
});

it('repeats what else a client has, but not what only the server says', () => {
  const client = {
    UserPoolId: 'p',
    ClientId: 'c',
    ClientSecret: 's',
    CreationDate: new Date(0),
    LastModifiedDate: new Date(0),
    CallbackURLs: ['https://a.example'],
  };
  const update = clientUpdate({ ...NEW_CLIENT, name: 'web' }, client);
  expect(update).toMatchObject({
    UserPoolId: 'p',
    ClientId: 'c',
    ClientName: 'web',
    CallbackURLs: ['https://a.example'],
  });
  expect(Object.keys(update)).not.toEqual(expect.arrayContaining(['ClientSecret']));
  expect(update).not.toHaveProperty('CreationDate');
  expect(newClient('p', NEW_CLIENT, true)).toMatchObject({ GenerateSecret: true, AccessTokenValidity: 60 });
});

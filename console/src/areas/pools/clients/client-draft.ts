import type { Input } from '../../../aws/index.ts';
import type { AppClient } from './use-clients.ts';

/** How users may sign in through a client, as clients of today write it. */
export const FLOWS = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const;
export type Flow = NonNullable<AppClient['ExplicitAuthFlows']>[number];

/** What a form holds of a client; figures as they are typed. */
export interface ClientDraft {
  readonly name: string;
  readonly flows: readonly Flow[];
  readonly accessMinutes: string;
  readonly idMinutes: string;
  readonly refreshDays: string;
}

export const NEW_CLIENT: ClientDraft = {
  name: '',
  flows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  accessMinutes: '60',
  idMinutes: '60',
  refreshDays: '30',
};

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
/** What a client that was never told has (API reference, `ExplicitAuthFlows`). */
const UNTOLD: readonly Flow[] = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

export function draftOf(client: AppClient): ClientDraft {
  const { ClientName = '', ExplicitAuthFlows = [], TokenValidityUnits: units = {} } = client;
  const { AccessTokenValidity = 0, IdTokenValidity = 0, RefreshTokenValidity = 30 } = client;
  return {
    name: ClientName,
    flows: ExplicitAuthFlows.length > 0 ? ExplicitAuthFlows : UNTOLD,
    accessMinutes: inUnits(
      AccessTokenValidity || 1,
      AccessTokenValidity ? units.AccessToken : 'hours',
      'hours',
      'minutes',
    ),
    idMinutes: inUnits(IdTokenValidity || 1, IdTokenValidity ? units.IdToken : 'hours', 'hours', 'minutes'),
    refreshDays: inUnits(RefreshTokenValidity, units.RefreshToken, 'days', 'days'),
  };
}

/** @param standard the unit of what has none */
function inUnits(value: number, unit: string | undefined, standard: string, wanted: string): string {
  const seconds = value * (SECONDS[unit ?? standard] ?? 1);
  return String(Math.round((seconds / (SECONDS[wanted] ?? 1)) * 100) / 100);
}

export function isComplete({ name, flows, accessMinutes, idMinutes, refreshDays }: ClientDraft): boolean {
  return name.trim() !== '' && flows.length > 0 && [accessMinutes, idMinutes, refreshDays].every((each) => each !== '');
}

function settingsOf({ name, flows, accessMinutes, idMinutes, refreshDays }: ClientDraft) {
  return {
    ClientName: name,
    ExplicitAuthFlows: [...flows],
    AccessTokenValidity: Number(accessMinutes),
    IdTokenValidity: Number(idMinutes),
    RefreshTokenValidity: Number(refreshDays),
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' } as const,
  };
}

export function newClient(
  UserPoolId: string,
  draft: ClientDraft,
  hasSecret = false,
): Input<'cognito-idp', 'createUserPoolClient'> {
  return { UserPoolId, ...settingsOf(draft), ...(hasSecret && { GenerateSecret: true }) };
}

/** What `UpdateUserPoolClient` takes; what it is not given becomes the default again, so a client's other settings are repeated. */
export function clientUpdate(draft: ClientDraft, client: AppClient): Input<'cognito-idp', 'updateUserPoolClient'> {
  const { ClientName, ExplicitAuthFlows } = settingsOf(draft);
  return { ...repeated(client), ClientName, ExplicitAuthFlows, ...changedValidity(draft, client) };
}

/** An update that changes nothing. */
export function repeated(client: AppClient): Input<'cognito-idp', 'updateUserPoolClient'> {
  const { UserPoolId = '', ClientId = '', ClientSecret: _, CreationDate: _c, LastModifiedDate: _m, ...kept } = client;
  return { ...kept, UserPoolId, ClientId };
}

/** How a client names the figures of a form, and their units. */
const VALIDITY = {
  accessMinutes: { figure: 'AccessTokenValidity', token: 'AccessToken', unit: 'minutes' },
  idMinutes: { figure: 'IdTokenValidity', token: 'IdToken', unit: 'minutes' },
  refreshDays: { figure: 'RefreshTokenValidity', token: 'RefreshToken', unit: 'days' },
} as const;

/** What was typed of validity. The rest keeps its own unit: an hour is no whole number of days. */
function changedValidity(draft: ClientDraft, client: AppClient) {
  const saved = draftOf(client);
  const names = Object.keys(VALIDITY) as (keyof typeof VALIDITY)[];
  const changed = names.filter((name) => draft[name] !== saved[name]);
  if (changed.length === 0) return {};
  return {
    ...Object.fromEntries(changed.map((name) => [VALIDITY[name].figure, Number(draft[name])])),
    TokenValidityUnits: {
      ...client.TokenValidityUnits,
      ...Object.fromEntries(changed.map((name) => [VALIDITY[name].token, VALIDITY[name].unit])),
    },
  };
}

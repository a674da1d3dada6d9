import type { AppClient } from '../documents/index.ts';
import { invalidParameter, notSupported } from '../errors.ts';

/** The ways in that there are. */
export type Flow = 'password' | 'srp' | 'refresh';

/** Flows by who may begin them (API reference, `InitiateAuth.AuthFlow`, `AdminInitiateAuth.AuthFlow`). */
const FLOWS: Readonly<Record<'client' | 'admin', Readonly<Record<string, Flow>>>> = {
  client: {
    USER_PASSWORD_AUTH: 'password',
    USER_SRP_AUTH: 'srp',
    REFRESH_TOKEN_AUTH: 'refresh',
    REFRESH_TOKEN: 'refresh',
  },
  admin: {
    ADMIN_USER_PASSWORD_AUTH: 'password',
    ADMIN_NO_SRP_AUTH: 'password',
    USER_SRP_AUTH: 'srp',
    REFRESH_TOKEN_AUTH: 'refresh',
    REFRESH_TOKEN: 'refresh',
  },
};
const NOT_BUILT: ReadonlyMap<string, string> = new Map([
  ['USER_AUTH', 'choice-based sign-in (USER_AUTH)'],
  ['CUSTOM_AUTH', 'sign-in by triggers (CUSTOM_AUTH)'],
]);

/** What a client may use that was never told (API reference, `ExplicitAuthFlows`). */
const UNTOLD = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

/**
 * Finds the flow that a request names, if the client may use it.
 * @throws {ServiceError} `InvalidParameterException`; 501 for flows that are not built
 */
export function flowOf(name: string, by: 'client' | 'admin', client: AppClient): Flow {
  const missing = NOT_BUILT.get(name);
  if (missing !== undefined) throw notSupported(missing);
  const flow = Object.hasOwn(FLOWS[by], name) ? FLOWS[by][name] : undefined;
  if (flow === undefined) throw invalidParameter('Initiate Auth method not supported');
  if (!isAllowed(flow, by, client)) throw invalidParameter(refusal(flow, by));
  return flow;
}

function isAllowed(flow: Flow, by: 'client' | 'admin', { settings }: AppClient): boolean {
  const told = settings.ExplicitAuthFlows ?? [];
  const flows = told.length > 0 ? told : UNTOLD;
  const isOld = !flows.some((name) => name.startsWith('ALLOW_'));
  switch (flow) {
    case 'password':
      return flows.some((name) =>
        by === 'admin'
          ? name === 'ALLOW_ADMIN_USER_PASSWORD_AUTH' || name === 'ADMIN_NO_SRP_AUTH'
          : name === 'ALLOW_USER_PASSWORD_AUTH' || name === 'USER_PASSWORD_AUTH',
      );
    case 'srp':
      return isOld ? !flows.includes('CUSTOM_AUTH_FLOW_ONLY') : flows.includes('ALLOW_USER_SRP_AUTH');
    case 'refresh':
      return isOld || flows.includes('ALLOW_REFRESH_TOKEN_AUTH');
  }
}

/** As users of AWS report them. */
function refusal(flow: Flow, by: 'client' | 'admin'): string {
  if (flow === 'srp') return 'USER_SRP_AUTH is not enabled for the client.';
  if (flow === 'password' && by === 'client') return 'USER_PASSWORD_AUTH flow not enabled for this client';
  return 'Auth flow not enabled for this client';
}

import { enumListViolations, enumViolations, rangeViolations } from '../../../aws/index.ts';
import type { ClientSettings, UserPool } from '../documents/index.ts';
import { invalidParameter, refuse, refuseFeatures, scopeDoesNotExist } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { validityOf } from '../tokens/index.ts';
import { checkRedirects } from './redirects.ts';

const FLOWS = [
  ...['ADMIN_NO_SRP_AUTH', 'CUSTOM_AUTH_FLOW_ONLY', 'USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'],
  ...[
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ALLOW_USER_AUTH',
  ],
];
const OAUTH_FLOWS = ['code', 'implicit', 'client_credentials'];
const UNITS = ['seconds', 'minutes', 'hours', 'days'];
/** Scopes that every pool has (API reference, `AllowedOAuthScopes`). */
const OWN_SCOPES = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'];

/** What a client is checked against. */
export interface ClientSurroundings {
  readonly pool: UserPool;
  readonly hasSecret: boolean;
  /** Scopes of the pool's resource servers, `IDENTIFIER/NAME`. */
  readonly scopes: ReadonlySet<string>;
}

/**
 * The settings of a client: what a request leaves out takes its default, also in an update (API reference,
 * `UpdateUserPoolClient`).
 * @throws {ServiceError} for what the model or the pool forbids, and for features that there are none of
 */
export function clientSettings(given: ClientSettings, surroundings: ClientSurroundings): ClientSettings {
  refuseFeatures({
    'analytics (AnalyticsConfiguration)': given.AnalyticsConfiguration !== undefined,
    'identity providers of a user pool (SupportedIdentityProviders)':
      given.SupportedIdentityProviders?.some((provider) => provider !== 'COGNITO') ?? false,
  });
  checkModel(given);
  checkFlows(given.ExplicitAuthFlows ?? []);
  checkValidity(given);
  checkOAuth(given, surroundings);
  checkAttributes(given, surroundings.pool);
  return {
    ...given,
    RefreshTokenValidity: given.RefreshTokenValidity || 30,
    TokenValidityUnits: given.TokenValidityUnits ?? {},
    AllowedOAuthFlowsUserPoolClient: given.AllowedOAuthFlowsUserPoolClient ?? false,
    EnableTokenRevocation: given.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData: given.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: given.AuthSessionValidity ?? LIMITS.authSession.default,
  };
}

function checkModel(given: ClientSettings): void {
  const units = given.TokenValidityUnits;
  refuse(
    enumListViolations(given.ExplicitAuthFlows, 'explicitAuthFlows', FLOWS),
    enumListViolations(given.AllowedOAuthFlows, 'allowedOAuthFlows', OAUTH_FLOWS),
    enumViolations(given.PreventUserExistenceErrors, 'preventUserExistenceErrors', ['LEGACY', 'ENABLED']),
    enumViolations(units?.AccessToken, 'tokenValidityUnits.accessToken', UNITS),
    enumViolations(units?.IdToken, 'tokenValidityUnits.idToken', UNITS),
    enumViolations(units?.RefreshToken, 'tokenValidityUnits.refreshToken', UNITS),
    enumViolations(given.RefreshTokenRotation?.Feature, 'refreshTokenRotation.feature', ['ENABLED', 'DISABLED']),
    rangeViolations(
      given.RefreshTokenRotation?.RetryGracePeriodSeconds,
      'refreshTokenRotation.retryGracePeriodSeconds',
      LIMITS.rotationGraceSeconds,
    ),
    rangeViolations(given.AuthSessionValidity, 'authSessionValidity', LIMITS.authSession),
  );
  if ((given.AllowedOAuthScopes?.length ?? 0) > LIMITS.oauthScopes) {
    throw invalidParameter(`A client has at most ${LIMITS.oauthScopes} OAuth scopes.`);
  }
}

/** The old names say the same as new ones, but not beside them. */
function checkFlows(flows: readonly string[]): void {
  const isNew = (flow: string) => flow.startsWith('ALLOW_');
  if (flows.some(isNew) && !flows.every(isNew)) {
    throw invalidParameter('Invalid ExplicitAuthFlows. Legacy and new auth flows cannot be used together.');
  }
}

function checkValidity(given: ClientSettings): void {
  const { accessSeconds, idSeconds, refreshSeconds } = validityOf(given);
  const within = (seconds: number, { min, max }: { readonly min: number; readonly max: number }) =>
    seconds >= min && seconds <= max;
  const wrong = [
    [within(accessSeconds, LIMITS.accessTokenSeconds), 'AccessTokenValidity'],
    [within(idSeconds, LIMITS.accessTokenSeconds), 'IdTokenValidity'],
    [within(refreshSeconds, LIMITS.refreshTokenSeconds), 'RefreshTokenValidity'],
  ].find(([isRight]) => !isRight)?.[1];
  if (wrong !== undefined) throw invalidParameter(`Invalid range for token validity: ${wrong}.`);
  if (refreshSeconds < Math.max(accessSeconds, idSeconds)) {
    throw invalidParameter(
      'Invalid range for token validity: RefreshTokenValidity must not be shorter than the others.',
    );
  }
}

function checkOAuth(given: ClientSettings, { hasSecret, scopes }: ClientSurroundings): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: wanted = [] } = given;
  checkRedirects(given);
  if (flows.includes('client_credentials')) {
    if (flows.length > 1)
      throw invalidParameter('client_credentials flow can not be selected along with code flow or implicit flow.');
    if (!hasSecret)
      throw invalidParameter('client_credentials flow can not be selected if client does not have a client secret.');
  }
  if (flows.length > 0 && wanted.length === 0) {
    throw invalidParameter(
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    );
  }
  const unknown = wanted.find((scope) => !OWN_SCOPES.includes(scope) && !scopes.has(scope));
  if (unknown !== undefined) throw scopeDoesNotExist(`Invalid scope requested: ${unknown}`);
  if (flows.includes('client_credentials') && wanted.some((scope) => OWN_SCOPES.includes(scope))) {
    throw invalidParameter('client_credentials flow can not be selected along with scopes of users.');
  }
}

function checkAttributes({ ReadAttributes = [], WriteAttributes = [] }: ClientSettings, pool: UserPool): void {
  const names = new Set(pool.schema.map(({ Name }) => Name));
  if (ReadAttributes.some((name) => !names.has(name))) {
    throw invalidParameter('Invalid read attributes specified while creating a client');
  }
  const mutable = WriteAttributes.every((name) => names.has(name) && name !== 'sub' && !name.endsWith('_verified'));
  if (!mutable) throw invalidParameter('Invalid write attributes specified while creating a client');
}

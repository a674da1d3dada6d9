import { http as texts } from '../../texts/en/http.ts';
import type { Authorizer, Route } from './use-http-api.ts';

/** Who may call a route, in a few words. */
export function authorizationName(
  { AuthorizationType = 'NONE', AuthorizerId }: Route,
  authorizers: readonly Authorizer[],
): string {
  const authorizer = authorizers.find((one) => one.AuthorizerId === AuthorizerId);
  const type = texts.authorization.types[AuthorizationType] ?? AuthorizationType;
  return authorizer?.Name === undefined ? type : `${type}: ${authorizer.Name}`;
}

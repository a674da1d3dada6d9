import type { HttpAuthorizer } from '../../../model/index.ts';
import type { TracedAuthorizer } from '../../tracing/index.ts';

/** An authorizer as the traces of requests name it. */
export function tracedAuthorizer({
  AuthorizerId: id,
  Name: name,
  AuthorizerType: type,
  IdentitySource,
}: HttpAuthorizer): TracedAuthorizer {
  return { id, name, type, ...(IdentitySource.length > 0 && { identitySource: IdentitySource.join(',') }) };
}

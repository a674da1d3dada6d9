import { ServiceError } from '../../../aws/index.ts';
import { isClientSecret } from '../clients/index.ts';
import type { CognitoContext } from '../context.ts';
import { type ClientOfPool, findClient } from '../documents/index.ts';
import type { EndpointRequest } from './request.ts';

/**
 * Finds out which client asks (RFC 6749 section 2.3.1): by HTTP Basic, or by fields of the form. One with a secret must show it;
 * not in two ways at once.
 * @returns undefined for an unknown client, a wrong secret, or a client of another pool
 */
export async function authenticateClient(
  { store }: CognitoContext,
  { headers }: EndpointRequest,
  form: ReadonlyMap<string, string>,
  poolId: string,
): Promise<ClientOfPool | undefined> {
  const basic = readBasic(headers.get('authorization'));
  const [id, secret] = basic ?? [form.get('client_id'), form.get('client_secret')];
  if (id === undefined || (basic && form.has('client_secret'))) return undefined;
  if (basic && form.has('client_id') && form.get('client_id') !== id) return undefined;
  const found = await findClient(store, id).catch(unknownClient);
  if (found?.pool.id !== poolId) return undefined;
  const isKnown = found.client.secret === undefined ? secret === undefined : isClientSecret(found.client, secret ?? '');
  return isKnown ? found : undefined;
}

function unknownClient(error: unknown): undefined {
  if (error instanceof ServiceError) return undefined;
  throw error;
}

function readBasic(authorization: string | undefined): readonly [string, string] | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [formDecoded(id), formDecoded(secret.join(':'))];
}

/** Both parts are form-encoded before they are joined (RFC 6749 section 2.3.1). */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

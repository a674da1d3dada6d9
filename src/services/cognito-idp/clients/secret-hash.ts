import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AppClient } from '../documents/index.ts';
import { notAuthorized } from '../errors.ts';

/**
 * Checks that whoever uses a client with a secret knows it: an HMAC of the user's name as it is sent and the client's id
 * (developer guide, "Computing secret hash values").
 * @throws {ServiceError} `NotAuthorizedException`
 */
export function checkSecretHash({ id, secret }: AppClient, username: string, given: string | undefined): void {
  if (secret === undefined) {
    if (given === undefined) return;
    throw notAuthorized(`Client ${id} is not configured for secret but secret was received`);
  }
  if (given === undefined)
    throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`);
  const expected = createHmac('sha256', secret)
    .update(username + id)
    .digest();
  const actual = Buffer.from(given, 'base64');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw notAuthorized(`Unable to verify secret hash for client ${id}`);
  }
}

/** Whether it is the client's secret. */
export function isClientSecret({ secret }: AppClient, given: string): boolean {
  if (secret === undefined) return false;
  // Hashing makes both as long as the other, so that time tells nothing of the secret.
  const hash = (text: string) => createHmac('sha256', 'client secret').update(text).digest();
  return timingSafeEqual(hash(secret), hash(given));
}

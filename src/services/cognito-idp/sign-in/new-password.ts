import { checkSecretHash } from '../clients/index.ts';
import { findUser, putCredentials, putUser, requireUser } from '../documents/index.ts';
import { notAuthorized } from '../errors.ts';
import { checkPassword } from '../passwords/index.ts';
import { requirePoolKeys } from '../tokens/index.ts';
import { checkMutable, checkRequired, checkWritable, mergeAttributes, readAttributes } from '../users/index.ts';
import { signIn } from './admit.ts';
import { openState } from './challenge-session.ts';
import type { SignInContext, Step, StepResult } from './context.ts';
import { requireParameter } from './parameters.ts';

const PREFIX = 'userAttributes.';

/** `NEW_PASSWORD_REQUIRED`: a password of the user's own, and attributes that he was made without. @throws {ServiceError} */
export async function takeNewPassword(
  context: SignInContext,
  { found, parameters, nowMs }: Step,
  session: string,
): Promise<StepResult> {
  const { scope, pool, client } = found;
  const called = requireParameter(parameters, 'USERNAME');
  const password = requireParameter(parameters, 'NEW_PASSWORD');
  checkSecretHash(client, called, parameters.SECRET_HASH);
  const state = openState(session, await requirePoolKeys(context.store, scope, pool.id), context.ids);
  const isOurs = state?.challenge === 'NEW_PASSWORD_REQUIRED' && state.clientId === client.id;
  if (!isOurs) throw notAuthorized('Invalid session for the user.');
  if (nowMs >= state.expiresAtMs) throw notAuthorized('Invalid session for the user, session is expired.');
  const user = await findUser(context.store, scope, pool, called);
  if (user?.username !== state.username || user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw notAuthorized('Invalid session for the user.');
  }
  const given = Object.entries(parameters)
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, Value]) => ({ Name: name.slice(PREFIX.length), Value }));
  const changes = readAttributes(pool, given, 'user');
  checkWritable(client, Object.keys(changes));
  checkMutable(pool, user.attributes, changes);
  checkRequired(pool, mergeAttributes(user.attributes, changes));
  checkPassword(pool, password);
  const credentials = await context.passwords.make(pool, user.username, password);
  if (!context.used.use(state, nowMs)) throw notAuthorized('Invalid session for the user.');
  const confirmed = await context.store.transact(async (tx) => {
    const before = await requireUser(tx, scope, pool, user.username);
    // While the password was hashed, an administrator may have changed the user.
    if (before.status !== user.status) throw notAuthorized('Invalid session for the user.');
    const attributes = mergeAttributes(before.attributes, changes);
    const after = { ...before, attributes, status: 'CONFIRMED' as const, modifiedAtMs: nowMs };
    await putUser(tx, scope, pool, after, before);
    await putCredentials(tx, scope, pool, after, credentials);
    return after;
  });
  if (!confirmed.enabled) throw notAuthorized('User is disabled.');
  return signIn(context, found, confirmed, nowMs);
}

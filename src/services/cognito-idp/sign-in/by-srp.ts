import { checkSecretHash } from '../clients/index.ts';
import { findCredentials, findUser } from '../documents/index.ts';
import { invalidParameter, missing } from '../errors.ts';
import { PRIVATE_BYTES, provesPassword, readPublicA, serverKeys } from '../srp/index.ts';
import { requirePoolKeys } from '../tokens/index.ts';
import { hidesUsers } from '../users/index.ts';
import { admit, newState } from './admit.ts';
import { wrongPassword } from './by-password.ts';
import { type ChallengeState, openState, sealState } from './challenge-session.ts';
import type { SignInContext, Step, StepResult } from './context.ts';
import { requireParameter } from './parameters.ts';
import { pretendedUser } from './pretended-user.ts';

/** `USER_SRP_AUTH`: answers the client's public value with the server's. @throws {ServiceError} */
export async function beginSrp(context: SignInContext, { found, parameters, nowMs }: Step): Promise<StepResult> {
  const { scope, pool, client } = found;
  const called = requireParameter(parameters, 'USERNAME');
  const publicA = requireParameter(parameters, 'SRP_A');
  checkSecretHash(client, called, parameters.SECRET_HASH);
  if (readPublicA(publicA) === undefined) throw invalidParameter('SRP_A is invalid.');
  const user = await findUser(context.store, scope, pool, called);
  if (user === undefined && !hidesUsers(client)) throw missing.user();
  const keys = await requirePoolKeys(context.store, scope, pool.id);
  const known = user && (await findCredentials(context.store, scope, pool, user));
  const pretended = pretendedUser(keys, pool, called);
  const { salt, verifier } = known?.srp ?? pretended.srp;
  const server = serverKeys(verifier, context.ids.bytes(PRIVATE_BYTES));
  const username = user?.username ?? pretended.username;
  const state = newState(
    context,
    found,
    { challenge: 'PASSWORD_VERIFIER', username, isKnown: known !== undefined, srp: { publicA, ...server } },
    nowMs,
  );
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: sealState(state, keys, context.ids),
      SRP_B: server.publicB,
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  };
}

/** `PASSWORD_VERIFIER`: the client shows that it arrived at the same key. @throws {ServiceError} */
export async function finishSrp(context: SignInContext, { found, parameters, nowMs }: Step): Promise<StepResult> {
  const { scope, pool, client } = found;
  const called = requireParameter(parameters, 'USERNAME');
  const secretBlock = requireParameter(parameters, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = requireParameter(parameters, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = requireParameter(parameters, 'TIMESTAMP');
  checkSecretHash(client, called, parameters.SECRET_HASH);
  const keys = await requirePoolKeys(context.store, scope, pool.id);
  const state = openState(secretBlock, keys, context.ids);
  if (state?.srp === undefined || !isOf(state, client.id, nowMs)) throw wrongPassword();
  const user = await findUser(context.store, scope, pool, called);
  const pretended = pretendedUser(keys, pool, called);
  if ((user?.username ?? pretended.username) !== state.username) throw wrongPassword();
  await context.attempts.begin(scope, pool, state.username, user, nowMs);
  const credentials = user && (await findCredentials(context.store, scope, pool, user));
  const { verifier } = credentials?.srp ?? pretended.srp;
  const claim = { poolId: pool.id, username: state.username, secretBlock, timestamp, signature };
  const isRight = provesPassword({ ...state.srp, verifier }, claim) && state.isKnown;
  if (!isRight || user === undefined || credentials === undefined) throw wrongPassword();
  if (!context.used.use(state, nowMs)) throw wrongPassword();
  return admit(context, found, user, credentials, nowMs);
}

function isOf({ challenge, clientId, expiresAtMs }: ChallengeState, wanted: string, nowMs: number): boolean {
  return challenge === 'PASSWORD_VERIFIER' && clientId === wanted && nowMs < expiresAtMs;
}

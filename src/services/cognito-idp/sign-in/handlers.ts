import { isClientSecret } from '../clients/index.ts';
import { type ClientOfPool, findClient, requireClient } from '../documents/index.ts';
import {
  invalidParameter,
  notSupported,
  unauthorizedClient,
  unsupportedOperation,
  unsupportedTokenType,
} from '../errors.ts';
import { endSession } from '../tokens/index.ts';
import type { CognitoHandlers } from '../types.ts';
import { signInByPassword } from './by-password.ts';
import { beginSrp, finishSrp } from './by-srp.ts';
import type { Parameters, SignInContext, StepResult } from './context.ts';
import { flowOf } from './flows.ts';
import { takeNewPassword } from './new-password.ts';
import { refreshByFlow, refreshWithSecret } from './refresh.ts';

/** API reference, `InitiateAuth`, `RespondToAuthChallenge`, both also for administrators, and what becomes of refresh tokens. */
export function signInHandlers(context: SignInContext) {
  const { store } = context;

  function begin(
    found: ClientOfPool,
    by: 'client' | 'admin',
    flow: string,
    parameters: Parameters,
    nowMs: number,
  ): Promise<StepResult> {
    const step = { found, parameters, nowMs };
    switch (flowOf(flow, by, found.client)) {
      case 'password':
        return signInByPassword(context, step);
      case 'srp':
        return beginSrp(context, step);
      case 'refresh':
        return refreshByFlow(context, step);
    }
  }

  function respond(
    found: ClientOfPool,
    challenge: string,
    parameters: Parameters,
    session: string | undefined,
    nowMs: number,
  ): Promise<StepResult> {
    const step = { found, parameters, nowMs };
    switch (challenge) {
      case 'PASSWORD_VERIFIER':
        return finishSrp(context, step);
      case 'NEW_PASSWORD_REQUIRED':
        if (session === undefined) throw invalidParameter('Missing required parameter Session');
        return takeNewPassword(context, step, session);
      default:
        throw notSupported(`the challenge ${challenge}`);
    }
  }

  return {
    initiateAuth: async ({ AuthFlow, AuthParameters = {}, ClientId }, { nowMs }) =>
      begin(await findClient(store, ClientId), 'client', AuthFlow, AuthParameters, nowMs),

    adminInitiateAuth: async ({ AuthFlow, AuthParameters = {}, UserPoolId, ClientId }, { scope, nowMs }) =>
      begin(await requireClient(store, scope, UserPoolId, ClientId), 'admin', AuthFlow, AuthParameters, nowMs),

    respondToAuthChallenge: async ({ ClientId, ChallengeName, Session, ChallengeResponses = {} }, { nowMs }) =>
      respond(await findClient(store, ClientId), ChallengeName, ChallengeResponses, Session, nowMs),

    adminRespondToAuthChallenge: async (input, { scope, nowMs }) => {
      const { UserPoolId, ClientId, ChallengeName, Session, ChallengeResponses = {} } = input;
      const found = await requireClient(store, scope, UserPoolId, ClientId);
      return respond(found, ChallengeName, ChallengeResponses, Session, nowMs);
    },

    getTokensFromRefreshToken: async ({ RefreshToken, ClientId, ClientSecret }, { nowMs }) => {
      const found = await findClient(store, ClientId);
      return { AuthenticationResult: await refreshWithSecret(context, found, RefreshToken, ClientSecret, nowMs) };
    },

    revokeToken: async ({ Token, ClientId, ClientSecret }) => {
      const found = await findClient(store, ClientId);
      const { client } = found;
      if (client.secret !== undefined && !isClientSecret(client, ClientSecret ?? '')) {
        throw unauthorizedClient('Invalid client secret');
      }
      if (client.settings.EnableTokenRevocation === false) {
        throw unsupportedOperation('Token revocation is disabled for this client');
      }
      if (Token.includes('.')) throw unsupportedTokenType('Unsupported token type');
      await endSession(context, found, Token);
      return {};
    },
  } satisfies CognitoHandlers;
}

import type { Output } from '../../../aws/index.ts';
import { useSteps } from '../../../data/index.ts';
import { useAws } from '../../../session/index.ts';
import type { AppClient } from '../clients/use-clients.ts';
import { secretHash } from './secret-hash.ts';

/** Tokens, or what the pool asks for before it gives some. */
export type SignInAnswer = Output<'cognito-idp', 'initiateAuth'>;

/** Who sends passwords: the application, or a server with AWS credentials; undefined where nobody may. */
export function passwordWay({ ExplicitAuthFlows: flows = [] }: AppClient): 'client' | 'admin' | undefined {
  if (flows.some((flow) => flow === 'ALLOW_USER_PASSWORD_AUTH' || flow === 'USER_PASSWORD_AUTH')) return 'client';
  const isByServer = flows.some((flow) => flow === 'ALLOW_ADMIN_USER_PASSWORD_AUTH' || flow === 'ADMIN_NO_SRP_AUTH');
  return isByServer ? 'admin' : undefined;
}

interface Credentials {
  readonly client: AppClient;
  readonly username: string;
  readonly password: string;
  /** Of a challenge for a password that stays: then `password` is that. */
  readonly challenge?: SignInAnswer;
}

/** Signs a user in by a password, as an application would. */
export function useSignIn() {
  const aws = useAws();
  return useSteps(
    'cognito-idp',
    async ({ client, username, password, challenge }: Credentials): Promise<SignInAnswer> => {
      const { UserPoolId = '', ClientId = '', ClientSecret } = client;
      const way = passwordWay(client);
      // In a challenge a user is called as the pool calls him.
      const name = challenge?.ChallengeParameters?.USER_ID_FOR_SRP ?? username;
      const proof = ClientSecret === undefined ? {} : { SECRET_HASH: secretHash(ClientSecret, name, ClientId) };
      if (challenge) {
        const answer = {
          ClientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session: challenge.Session,
          ChallengeResponses: { USERNAME: name, NEW_PASSWORD: password, ...proof },
        } as const;
        return way === 'admin'
          ? aws.call('cognito-idp', 'adminRespondToAuthChallenge', { UserPoolId, ...answer })
          : aws.call('cognito-idp', 'respondToAuthChallenge', answer);
      }
      const AuthParameters = { USERNAME: name, PASSWORD: password, ...proof };
      return way === 'admin'
        ? aws.call('cognito-idp', 'adminInitiateAuth', {
            UserPoolId,
            ClientId,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters,
          })
        : aws.call('cognito-idp', 'initiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    },
  );
}

import { type Action, allowInvocation, useSteps } from '../../../data/index.ts';
import { useAws, useSession } from '../../../session/index.ts';
import { authorizerOf, authorizerPatches, type Draft } from './draft.ts';
import type { Authorizer } from './use-authorizers.ts';

/**
 * Makes an authorizer, or makes one what a draft says; and lets it invoke its function, as AWS's console does.
 * @param before undefined for a new one
 */
export function useSaveAuthorizer(restApiId: string, before?: Authorizer): Action<Draft, Authorizer> {
  const aws = useAws();
  const { signedIn } = useSession();
  const account = signedIn?.identity.account ?? '';
  return useSteps('apigateway', async (draft) => {
    const after = authorizerOf(draft, aws.region);
    const saved = before
      ? await aws.call('apigateway', 'updateAuthorizer', {
          restApiId,
          authorizerId: before.id ?? '',
          patchOperations: [...authorizerPatches(before, after)],
        })
      : await aws.call('apigateway', 'createAuthorizer', { restApiId, ...after });
    if (draft.type !== 'COGNITO_USER_POOLS' && draft.roleArn === '' && before?.authorizerUri !== saved.authorizerUri) {
      const source = `arn:aws:execute-api:${aws.region}:${account}:${restApiId}/authorizers/${saved.id}`;
      await allowInvocation(aws, draft.functionArn, source);
    }
    return saved;
  });
}

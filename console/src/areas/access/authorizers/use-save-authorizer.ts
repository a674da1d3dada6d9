import { type Action, allowInvocation, orUndo, useSteps } from '../../../data/index.ts';
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
    const allow = async (id: string | undefined): Promise<void> => {
      if (draft.type === 'COGNITO_USER_POOLS' || draft.roleArn !== '') return;
      if (before?.authorizerUri === after.authorizerUri) return;
      const source = `arn:aws:execute-api:${aws.region}:${account}:${restApiId}/authorizers/${id}`;
      await allowInvocation(aws, draft.functionArn, source);
    };
    if (before) {
      const { id: authorizerId = '' } = before;
      // First, so that nothing is changed where it is refused.
      await allow(authorizerId);
      const patchOperations = [...authorizerPatches(before, after)];
      return aws.call('apigateway', 'updateAuthorizer', { restApiId, authorizerId, patchOperations });
    }
    const made = await aws.call('apigateway', 'createAuthorizer', { restApiId, ...after });
    await orUndo(
      () => allow(made.id),
      () => aws.call('apigateway', 'deleteAuthorizer', { restApiId, authorizerId: made.id ?? '' }),
    );
    return made;
  });
}

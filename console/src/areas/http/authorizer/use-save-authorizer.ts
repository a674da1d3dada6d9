import { allowInvocation, useSteps } from '../../../data/index.ts';
import { useAws, useSession } from '../../../session/index.ts';
import { type AuthorizerDraft, settingsOf } from './draft.ts';

/**
 * Makes an authorizer, or changes one. Its function, where no role invokes it, is first let be invoked by any authorizer of
 * the API, since the id of a new one is not known yet.
 * @param AuthorizerId absent for a new one
 */
export function useSaveAuthorizer(ApiId: string, AuthorizerId?: string) {
  const aws = useAws();
  const { signedIn } = useSession();
  const account = signedIn?.identity.account ?? '';
  return useSteps('apigatewayv2', async (draft: AuthorizerDraft) => {
    if (draft.kind === 'REQUEST' && draft.credentials.trim() === '') {
      const source = `arn:aws:execute-api:${aws.region}:${account}:${ApiId}/authorizers/*`;
      await allowInvocation(aws, draft.functionArn.trim(), source);
    }
    const settings = settingsOf(draft, aws.region);
    return AuthorizerId === undefined
      ? aws.call('apigatewayv2', 'createAuthorizer', { ApiId, ...settings })
      : aws.call('apigatewayv2', 'updateAuthorizer', { ApiId, AuthorizerId, ...settings });
  });
}

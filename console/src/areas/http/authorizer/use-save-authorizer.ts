import { allowInvocation, changed, useSteps } from '../../../data/index.ts';
import { useAws, useSession } from '../../../session/index.ts';
import type { Authorizer } from '../use-http-api.ts';
import { type AuthorizerDraft, draftOf, settingsOf } from './draft.ts';

/**
 * Makes an authorizer, or changes one. Its function, where no role invokes it, is first let be invoked by any authorizer of
 * the API, since the id of a new one is not known yet.
 * @param saved absent for a new one
 */
export function useSaveAuthorizer(ApiId: string, saved?: Authorizer) {
  const aws = useAws();
  const { signedIn } = useSession();
  const account = signedIn?.identity.account ?? '';
  return useSteps('apigatewayv2', async (draft: AuthorizerDraft) => {
    const settings = settingsOf(draft, aws.region);
    const change = saved === undefined ? settings : changed(settingsOf(draftOf(saved), aws.region), settings);
    // Who changes but a name needs no right to let functions be invoked.
    const isInvokedAnew = change.AuthorizerUri !== undefined || change.AuthorizerCredentialsArn !== undefined;
    if (draft.kind === 'REQUEST' && draft.credentials.trim() === '' && isInvokedAnew) {
      const source = `arn:aws:execute-api:${aws.region}:${account}:${ApiId}/authorizers/*`;
      await allowInvocation(aws, draft.functionArn.trim(), source);
    }
    return saved === undefined
      ? aws.call('apigatewayv2', 'createAuthorizer', { ApiId, ...settings })
      : aws.call('apigatewayv2', 'updateAuthorizer', { ApiId, AuthorizerId: saved.AuthorizerId ?? '', ...change });
  });
}

import type { Input } from '../../../aws/index.ts';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { useAws, useSession } from '../../../session/index.ts';
import { http } from '../../../texts/en/http.ts';
import { allowRoutes } from './allow-routes.ts';
import type { IntegrationDraft } from './draft.ts';
import type { IntegrationFormProps } from './integration-props.ts';

type Change = Omit<Input<'apigatewayv2', 'updateIntegration'>, 'ApiId' | 'IntegrationId'>;

interface UpdateIntegration {
  /** @param draft of what it leads to: a function that it did not lead to has to give its leave */
  run(change: Change, draft?: IntegrationDraft): void;
  readonly isRunning: boolean;
  readonly error: Error | null;
}

/** Changes what is given of an integration, says that it is saved, and closes the form. */
export function useUpdateIntegration({ apiId, integration, onClose }: IntegrationFormProps): UpdateIntegration {
  const aws = useAws();
  const { signedIn } = useSession();
  const notify = useNotify();
  const { IntegrationId = '' } = integration;
  const save = useSteps('apigatewayv2', async ({ change, draft }: { change: Change; draft?: IntegrationDraft }) => {
    const isInvokedAnew = change.IntegrationUri !== undefined || change.CredentialsArn !== undefined;
    if (draft && isInvokedAnew) await allowRoutes(aws, signedIn?.identity.account ?? '', apiId, draft);
    await aws.call('apigatewayv2', 'updateIntegration', { ApiId: apiId, IntegrationId, ...change });
  });
  return {
    ...save,
    run: (change, draft) =>
      save.run({ change, ...(draft && { draft }) }, () => {
        notify({ type: 'success', content: http.integration.saved });
        onClose();
      }),
  };
}

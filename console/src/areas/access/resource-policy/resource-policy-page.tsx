import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { resourcePolicy as texts } from '../../../texts/en/resource-policy.ts';
import { DeletePolicy } from './delete-policy.tsx';
import { PolicyForm } from './policy-form.tsx';
import { policyText } from './policy-text.ts';

/** The policy of an API that says who may call it. */
export default function ResourcePolicyPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const api = useCall('apigateway', 'getRestApi', { restApiId: apiId });
  const [dialog, setDialog] = useQueryParam('dialog');
  const { policy = '', name = '' } = api.data ?? {};
  return (
    <Page
      title={texts.title}
      description={texts.description}
      trail={trail}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={policy === ''} onClick={() => setDialog('delete')}>
            {texts.delete.button}
          </Button>
          <Button href={href(`/apis/${apiId}/access-simulator`)}>{texts.simulate}</Button>
          <Button href={href(`/apis/${apiId}/deploy`)}>{texts.deploy}</Button>
        </SpaceBetween>
      }
    >
      <QueryState query={api}>{(data) => <PolicyForm apiId={apiId} policy={policyText(data.policy)} />}</QueryState>
      {dialog === 'delete' && policy !== '' && (
        <DeletePolicy apiId={apiId} apiName={name} onClose={() => setDialog('')} />
      )}
    </Page>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useHref, useNavigate, usePageParams, useQueryParam, useRegion } from '../../../routing/index.ts';
import { keys as texts } from '../../../texts/en/keys.ts';
import { KEY_TRAIL } from '../trail.ts';
import { DeleteKey } from './delete-key.tsx';
import { KeyDetails } from './key-details.tsx';
import { KeyPlans } from './key-plans.tsx';
import { keyName, useKey } from './use-keys.ts';

/** One API key: what it is, the plans that it is in, its tags. */
export default function KeyPage(): JSX.Element {
  const { keyId } = usePageParams('keyId');
  const href = useHref();
  const navigate = useNavigate();
  const region = useRegion();
  const key = useKey(keyId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const name = key.data ? keyName(key.data) : keyId;
  return (
    <Page
      title={name}
      trail={KEY_TRAIL}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={href(`/requests?key=${encodeURIComponent(keyId)}`)} ariaLabel={texts.key.requestsOf(name)}>
            {texts.key.requests}
          </Button>
          <Button disabled={!key.data} onClick={() => setDialog('delete')}>
            {texts.delete.button}
          </Button>
        </SpaceBetween>
      }
    >
      <QueryState query={key}>
        {(data) => (
          <SpaceBetween size="l">
            {!data.enabled && <Alert type="warning">{texts.key.inactive}</Alert>}
            <KeyDetails apiKey={data} />
            <KeyPlans apiKey={data} />
            <ResourceTags service="apigateway" arn={`arn:aws:apigateway:${region}::/apikeys/${keyId}`} />
            {dialog === 'delete' && (
              <DeleteKey
                apiKey={data}
                onClose={() => setDialog('')}
                onDeleted={() => navigate('/api-keys', { replace: true })}
              />
            )}
          </SpaceBetween>
        )}
      </QueryState>
    </Page>
  );
}

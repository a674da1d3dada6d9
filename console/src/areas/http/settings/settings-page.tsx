import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useNavigate, usePageParams, useQueryParam, useRegion } from '../../../routing/index.ts';
import { apis } from '../../../texts/en/apis.ts';
import { http } from '../../../texts/en/http.ts';
import { useHttpApi } from '../use-http-api.ts';
import { ApiOverview } from './api-overview.tsx';
import { DeleteApi } from './delete-api.tsx';
import { DetailsForm } from './details-form.tsx';

/** What an HTTP API is called and where it answers. */
export default function SettingsPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const region = useRegion();
  const trail = useApiTrail(apiId);
  const navigate = useNavigate();
  const api = useHttpApi(apiId);
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page
      title={http.settings.title}
      trail={trail}
      actions={
        <Button disabled={!api.data} onClick={() => setDialog('delete')}>
          {apis.delete.title}
        </Button>
      }
    >
      <QueryState query={api}>
        {(data) => (
          <>
            <SpaceBetween size="l">
              <ApiOverview api={data} />
              <DetailsForm api={data} />
              <ResourceTags service="apigatewayv2" arn={`arn:aws:apigateway:${region}::/apis/${apiId}`} />
            </SpaceBetween>
            {dialog === 'delete' && (
              <DeleteApi
                api={data}
                onClose={() => setDialog('')}
                onDeleted={() => navigate('/apis', { replace: true })}
              />
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}

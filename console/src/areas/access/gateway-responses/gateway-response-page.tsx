import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { usePageParams, useQueryParam } from '../../../routing/index.ts';
import { gatewayResponses as texts } from '../../../texts/en/gateway-responses.ts';
import { GatewayResponseForm } from './gateway-response-form.tsx';
import { ResetGatewayResponse } from './reset-gateway-response.tsx';
import { useGatewayResponse } from './use-gateway-responses.ts';

/** One response of the gateway's own: when it is given, and how it looks. */
export default function GatewayResponsePage(): JSX.Element {
  const { apiId, responseType } = usePageParams('apiId', 'responseType');
  const trail = useApiTrail(apiId);
  const response = useGatewayResponse(apiId, responseType);
  const [dialog, setDialog] = useQueryParam('dialog');
  const isOwn = response.data?.defaultResponse === false;
  return (
    <Page
      title={texts.names[responseType] ?? responseType}
      description={texts.when[responseType]}
      trail={[...trail, { text: texts.title, path: `/apis/${apiId}/gateway-responses` }]}
      actions={
        <Button disabled={!isOwn} onClick={() => setDialog('reset')}>
          {texts.reset.button}
        </Button>
      }
    >
      <QueryState query={response}>
        {(data) => <GatewayResponseForm key={String(data.defaultResponse)} apiId={apiId} response={data} />}
      </QueryState>
      {dialog === 'reset' && isOwn && (
        <ResetGatewayResponse apiId={apiId} responseType={responseType} onClose={() => setDialog('')} />
      )}
    </Page>
  );
}

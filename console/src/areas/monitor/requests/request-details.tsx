import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import type { ExplainedRequest } from '../../../../../src/model/explained-request.ts';
import { useApi, useCall } from '../../../data/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Moment } from '../../../parts/period/index.ts';
import { useHref } from '../../../routing/index.ts';
import { monitor } from '../../../texts/en/monitor.ts';
import { requests } from '../../../texts/en/requests.ts';
import { StatusCode } from './status-code.tsx';

const texts = requests.trace;

/** When, from whom, to what. Names of an API and a key that may not be read, or are gone, are their ids. */
export function RequestDetails({ request }: { readonly request: ExplainedRequest }): JSX.Element {
  const href = useHref();
  const { apiId, stage, isCanaryRequest, requestId, extendedRequestId, apiKeyId = '' } = request;
  const api = useApi(apiId);
  const apiKey = useCall('apigateway', 'getApiKey', { apiKey: apiKeyId }, { enabled: apiKeyId !== '' });
  return (
    <Container header={<Header variant="h2">{texts.details}</Header>}>
      <KeyValues
        columns={3}
        pairs={[
          [texts.status, <StatusCode key="status" status={request.status} />],
          [texts.latency, monitor.chart.milliseconds(request.latencyMs)],
          [texts.time, <Moment key="time" atMs={request.requestTimeEpoch} />],
          [
            texts.api,
            <Link key="api" href={href(`/monitor?api=${encodeURIComponent(apiId)}`)}>
              {api.data?.name || apiId}
            </Link>,
          ],
          [texts.stage, isCanaryRequest ? requests.list.canary(stage) : stage],
          [texts.resource, request.resourcePath ?? texts.noResource],
          [texts.source, request.sourceIp],
          [
            texts.key,
            apiKeyId === '' ? (
              texts.noKey
            ) : (
              <Link key="key" href={href(`/api-keys/${encodeURIComponent(apiKeyId)}`)}>
                {apiKey.data?.name || apiKeyId}
              </Link>
            ),
          ],
          [texts.requestId, <CopyText key="id" text={requestId} />],
          [texts.extendedRequestId, extendedRequestId && <CopyText key="extended" text={extendedRequestId} />],
        ]}
      />
    </Container>
  );
}

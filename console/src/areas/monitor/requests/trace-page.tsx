import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { ExplainedRequest } from '../../../../../src/model/explained-request.ts';
import { isGone } from '../../../aws/index.ts';
import { useOwn } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { recordedSteps, Timeline } from '../../../parts/timeline/index.tsx';
import { usePageParams } from '../../../routing/index.ts';
import { requests } from '../../../texts/en/requests.ts';
import { trailOf } from '../trail.ts';
import { Outcome } from './outcome.tsx';
import { RequestDetails } from './request-details.tsx';

const texts = requests.trace;

/** What became of one request, step by step. */
export default function TracePage(): JSX.Element {
  const { requestId } = usePageParams('requestId');
  const found = useOwn<ExplainedRequest>(`/_sallyport/requests/${encodeURIComponent(requestId)}?bodies=true`);
  const { data } = found;
  return (
    <Page
      title={data ? texts.title(data.httpMethod, data.path) : texts.loading}
      trail={[...trailOf(), { text: texts.list, path: '/requests' }]}
    >
      <SpaceBetween size="l">
        <QueryState query={found}>
          {(request) => (
            <SpaceBetween size="l">
              <Outcome request={request} />
              <RequestDetails request={request} />
              <Container
                header={
                  <Header variant="h2" description={texts.stepsDescription}>
                    {texts.steps}
                  </Header>
                }
              >
                {request.steps.length === 0 ? (
                  <Box color="text-body-secondary">{texts.noSteps}</Box>
                ) : (
                  <Timeline steps={recordedSteps(request.steps)} totalMs={request.latencyMs} />
                )}
              </Container>
            </SpaceBetween>
          )}
        </QueryState>
        {isGone(found.error) && <Alert type="info">{texts.gone}</Alert>}
      </SpaceBetween>
    </Page>
  );
}

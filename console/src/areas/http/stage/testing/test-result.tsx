import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import type { ExplainedRequest } from '../../../../../../src/model/explained-request.ts';
import { KeyValues } from '../../../../parts/key-values.tsx';
import { recordedSteps, Timeline } from '../../../../parts/timeline/index.tsx';
import { httpStages } from '../../../../texts/en/http-stages.ts';

const texts = httpStages.test;

/** What became of a request that was sent to see that. */
export function TestResult({ result }: { readonly result: ExplainedRequest }): JSX.Element {
  const { status, latencyMs, resourcePath, responseType } = result;
  return (
    <Container
      header={
        <Header variant="h2" description={texts.stepsHint}>
          {texts.result}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValues
          columns={4}
          pairs={[
            [
              texts.status,
              <StatusIndicator key="status" type={status < 400 ? 'success' : 'error'}>
                {status}
              </StatusIndicator>,
            ],
            [texts.latency, texts.milliseconds(latencyMs)],
            [texts.route, resourcePath],
            [texts.answeredBy, responseType === undefined ? texts.integration : texts.gateway(responseType)],
          ]}
        />
        <Timeline steps={recordedSteps(result.steps)} totalMs={latencyMs} />
      </SpaceBetween>
    </Container>
  );
}

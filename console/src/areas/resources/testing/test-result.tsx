import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import type { Output } from '../../../aws/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { TestTimeline } from './test-timeline.tsx';

interface Props {
  readonly path: string;
  readonly result: Output<'apigateway', 'testInvokeMethod'>;
}

/** What a test came to: the answer, the steps that led to it, and the log as it is. */
export function TestResult({ path, result }: Props): JSX.Element {
  const { status = 0, latency = 0, body = '', multiValueHeaders = {}, log = '' } = result;
  const isJson = /^\s*[[{]/.test(body);
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{texts.test.result}</Header>}>
        <SpaceBetween size="l">
          <KeyValues
            columns={3}
            pairs={[
              [texts.test.path, path],
              [
                texts.test.status,
                <StatusIndicator key="status" type={status < 400 ? 'success' : 'error'}>
                  {status}
                </StatusIndicator>,
              ],
              [texts.test.latency, texts.integration.milliseconds(latency)],
            ]}
          />
          <div>
            <Box variant="h3" padding={{ bottom: 'xxs' }}>
              {texts.test.responseBody}
            </Box>
            {body === '' ? (
              <Box color="text-body-secondary">{texts.test.noBody}</Box>
            ) : (
              <CodeEditor
                value={body}
                language={isJson ? 'json' : 'text'}
                label={texts.test.responseBody}
                minLines={2}
              />
            )}
          </div>
          <NamedValues
            title={texts.test.responseHeaders}
            empty={texts.test.noHeaders}
            values={Object.entries(multiValueHeaders).map(([name, values]) => [name, values.join(', ')])}
          />
        </SpaceBetween>
      </Container>
      <TestTimeline log={log} />
      <ExpandableSection variant="container" headerText={texts.test.log}>
        <CodeEditor value={log} language="text" label={texts.test.log} maxLines={30} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { functions } from '../../../texts/en/functions.ts';
import type { Invocation } from './invocation.ts';

const texts = functions.test.result;

/** What a function answered, how long it took, and what it logged. */
export function InvocationResult({ invocation }: { readonly invocation: Invocation }): JSX.Element {
  const { type, hasFailed, response, stack, log } = invocation;
  if (type === 'Event') {
    return (
      <Alert type="success" header={texts.queued}>
        {texts.queuedText}
      </Alert>
    );
  }
  return (
    <Container
      header={
        <Header variant="h2">
          <LiveRegion>
            <StatusIndicator type={hasFailed ? 'error' : 'success'}>
              {hasFailed ? texts.failed : texts.succeeded}
            </StatusIndicator>
          </LiveRegion>
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Figures invocation={invocation} />
        <FormField label={texts.response} stretch>
          <CodeEditor value={response} language="json" label={texts.response} minLines={1} maxLines={15} />
        </FormField>
        {stack.length > 0 && (
          <FormField label={texts.stack} stretch>
            <CodeEditor value={stack.join('\n')} language="text" label={texts.stack} minLines={1} maxLines={12} />
          </FormField>
        )}
        <FormField label={texts.log} description={texts.logNote} stretch>
          {log === '' ? (
            <Box>{texts.noLog}</Box>
          ) : (
            <CodeEditor value={log} language="text" label={texts.log} minLines={1} maxLines={15} />
          )}
        </FormField>
      </SpaceBetween>
    </Container>
  );
}

function Figures({ invocation }: { readonly invocation: Invocation }): JSX.Element {
  const { requestId, durationMs, billedMs, initMs, usedMb, memoryMb } = invocation.report;
  const milliseconds = (count: number | undefined): string | undefined =>
    count === undefined ? undefined : texts.milliseconds(count);
  return (
    <KeyValues
      columns={3}
      pairs={[
        [texts.duration, milliseconds(durationMs)],
        [texts.billed, milliseconds(billedMs)],
        [texts.init, milliseconds(initMs)],
        [texts.memory, usedMb === undefined || memoryMb === undefined ? undefined : texts.memoryOf(usedMb, memoryMb)],
        [texts.version, invocation.version],
        [texts.requestId, requestId && <CopyText key="id" text={requestId} />],
      ]}
    />
  );
}

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { functions } from '../../../texts/en/functions.ts';
import type { Configuration } from '../use-functions.ts';
import { Triggers } from './triggers.tsx';

const texts = functions.overview;

interface Props {
  readonly configuration: Configuration;
  readonly isChanging: boolean;
  readonly qualifier: string;
}

/** What a function is, at a glance. */
export function Overview({ configuration, isChanging, qualifier }: Props): JSX.Element {
  const { Description, Runtime, Handler, MemorySize = 0, Timeout = 0, LastModified } = configuration;
  return (
    <Container header={<Header variant="h2">{texts.title}</Header>}>
      <KeyValues
        long={[
          [texts.arn, <CopyText key="arn" text={configuration.FunctionArn ?? ''} />],
          [texts.description, Description],
        ]}
        pairs={[
          [texts.runtime, Runtime],
          [texts.handler, Handler],
          [texts.state, <State key="state" configuration={configuration} isChanging={isChanging} />],
          [texts.memory, texts.memoryValue(MemorySize, Timeout)],
          [
            texts.modified,
            <Time key="modified" date={LastModified === undefined ? undefined : new Date(LastModified)} />,
          ],
          [
            texts.triggers,
            <Triggers key="triggers" functionName={configuration.FunctionName ?? ''} qualifier={qualifier} />,
          ],
        ]}
      />
    </Container>
  );
}

function State({ configuration, isChanging }: Omit<Props, 'qualifier'>): JSX.Element {
  const { State: state = '', StateReason, LastUpdateStatus, LastUpdateStatusReason } = configuration;
  if (isChanging) return <StatusIndicator type="in-progress">{texts.updating}</StatusIndicator>;
  if (LastUpdateStatus === 'Failed') {
    return <StatusIndicator type="error">{LastUpdateStatusReason ?? texts.updateFailed}</StatusIndicator>;
  }
  const type = state === 'Active' ? 'success' : state === 'Failed' ? 'error' : 'stopped';
  return <StatusIndicator type={type}>{StateReason ?? texts.states[state] ?? state}</StatusIndicator>;
}

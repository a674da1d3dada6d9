import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';

const texts = functions.test;

interface Props {
  readonly isRunning: boolean;
  readonly canRun: boolean;
  onFormat(): void;
  onSave(): void;
}

/** What can be done with the event; Test sends the form. */
export function TestActions({ isRunning, canRun, onFormat, onSave }: Props): JSX.Element {
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Box aria-live="polite">{isRunning && <StatusIndicator type="in-progress">{texts.running}</StatusIndicator>}</Box>
      <Button formAction="none" disabled={!canRun} onClick={onFormat}>
        {texts.format}
      </Button>
      <Button formAction="none" disabled={!canRun} onClick={onSave}>
        {texts.save}
      </Button>
      <Button variant="primary" disabled={!canRun} loading={isRunning}>
        {texts.run}
      </Button>
    </SpaceBetween>
  );
}

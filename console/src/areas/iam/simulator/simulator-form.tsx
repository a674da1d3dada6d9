import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, JSX, ReactNode } from 'react';
import { simulator as texts } from '../../../texts/en/policy-simulator.ts';

interface Props {
  readonly isReady: boolean;
  readonly isRunning: boolean;
  onRun(): void;
  readonly children: ReactNode;
}

/** The question; asking it changes nothing. */
export function SimulatorForm({ isReady, isRunning, onRun, children }: Props): JSX.Element {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) onRun();
  };
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <Button variant="primary" disabled={!isReady} loading={isRunning}>
            {texts.run}
          </Button>
        }
      >
        <SpaceBetween size="l">{children}</SpaceBetween>
      </Form>
    </form>
  );
}

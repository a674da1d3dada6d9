import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';

const texts = functions.code.conflict;

interface Props {
  onKeep(): void;
  onDiscard(): void;
}

/** Somebody has deployed other code since the draft was begun. */
export function CodeConflict({ onKeep, onDiscard }: Props): JSX.Element {
  return (
    <Alert
      type="warning"
      header={texts.title}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={onDiscard}>{texts.discard}</Button>
          <Button onClick={onKeep}>{texts.keep}</Button>
        </SpaceBetween>
      }
    >
      {texts.text}
    </Alert>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { CopyText } from './copy-text.tsx';

interface Props {
  readonly title: string;
  readonly message: string;
  /** What the user can do about it. */
  readonly advice?: string | undefined;
  /** AWS's name of the error, by which one looks it up. */
  readonly name?: string;
  readonly requestId?: string | undefined;
  readonly action?: ReactNode;
}

/** Something did not work: what, why, and what to do. */
export function Failure({ title, message, advice, name = '', requestId, action }: Props): JSX.Element {
  return (
    <Alert type="error" header={title} action={action}>
      <SpaceBetween size="xxs">
        {message !== '' && <div>{message}</div>}
        {advice !== undefined && <div>{advice}</div>}
        {requestId !== undefined && (
          <Box fontSize="body-s">
            {name !== '' && <div>{name}</div>}
            {texts.error.requestId} <CopyText text={requestId} />
          </Box>
        )}
      </SpaceBetween>
    </Alert>
  );
}

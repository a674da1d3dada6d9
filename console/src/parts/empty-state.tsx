import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What would be here, and why one would want it. */
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

/** Where there is nothing yet: what belongs here and how to begin. */
export function EmptyState({ title, text, action }: Props): JSX.Element {
  return (
    <Box margin={{ vertical: 'l' }} textAlign="center" color="inherit">
      <SpaceBetween size="s" alignItems="center">
        <Box variant="h3" tagOverride="div">
          {title}
        </Box>
        {text !== undefined && <Box color="text-body-secondary">{text}</Box>}
        {action}
      </SpaceBetween>
    </Box>
  );
}

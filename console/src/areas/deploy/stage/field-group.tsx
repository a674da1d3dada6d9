import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** Fields of one subject within a form. */
export function FieldGroup({ title, hint, children }: Props): JSX.Element {
  return (
    <SpaceBetween size="s">
      <div>
        <Box variant="h3">{title}</Box>
        {hint !== undefined && <Box color="text-body-secondary">{hint}</Box>}
      </div>
      {children}
    </SpaceBetween>
  );
}

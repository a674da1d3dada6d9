import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';

/** Fields of one subject within a form. */
export function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{title}</Box>
      {children}
    </SpaceBetween>
  );
}

import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX, ReactNode } from 'react';
import type { Read } from '../data/index.ts';
import { parts as texts } from '../texts/en/parts.ts';
import { ErrorAlert } from './error-alert.tsx';

interface Props<T> {
  readonly query: Read<T>;
  /** Shows what was read. */
  children(data: T): ReactNode;
}

/** What a query has to show: its data, why there is none, why it is of an earlier reading, or that it is on the way. */
export function QueryState<T>({ query, children }: Props<T>): JSX.Element {
  const failed = query.error && <ErrorAlert error={query.error} retry={() => query.refetch()} />;
  if (query.data !== undefined) {
    return (
      <>
        {failed && <Box padding={{ bottom: 'm' }}>{failed}</Box>}
        {children(query.data)}
      </>
    );
  }
  if (failed) return failed;
  return (
    <Box padding="m">
      <StatusIndicator type="loading">{texts.loading}</StatusIndicator>
    </Box>
  );
}

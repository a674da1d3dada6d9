import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';

/** A status of HTTP, with the sign of its class. */
export function StatusCode({ status }: { readonly status: number }): JSX.Element {
  return <StatusIndicator type={typeOf(status)}>{status}</StatusIndicator>;
}

function typeOf(status: number): 'success' | 'warning' | 'error' {
  if (status >= 500) return 'error';
  return status >= 400 ? 'warning' : 'success';
}

import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { vpcLinks as texts } from '../../../texts/en/vpc-links.ts';
import type { VpcLink } from './use-vpc-links.ts';

const TYPES: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  AVAILABLE: 'success',
  PENDING: 'in-progress',
  DELETING: 'in-progress',
  FAILED: 'error',
};

/** A link's status in a word, with a sign. */
export function VpcLinkStatus({ vpcLink: { status = '' } }: { readonly vpcLink: VpcLink }): JSX.Element {
  return <StatusIndicator type={TYPES[status] ?? 'pending'}>{texts.statuses[status] ?? status}</StatusIndicator>;
}

import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { domains as texts } from '../../../texts/en/domains.ts';
import type { DomainName } from './use-domain-names.ts';

const TYPES: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  AVAILABLE: 'success',
  UPDATING: 'in-progress',
  FAILED: 'error',
};

export function DomainStatus({ domain: { domainNameStatus = '' } }: { readonly domain: DomainName }): JSX.Element {
  const type = TYPES[domainNameStatus] ?? 'pending';
  return <StatusIndicator type={type}>{texts.statuses[domainNameStatus] ?? domainNameStatus}</StatusIndicator>;
}

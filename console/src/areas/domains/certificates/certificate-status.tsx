import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { certificates as texts } from '../../../texts/en/certificates.ts';

const TYPES: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  ISSUED: 'success',
  SUCCESS: 'success',
  PENDING_VALIDATION: 'in-progress',
  INACTIVE: 'stopped',
};

/** @param status of a certificate or of one name's validation, as ACM says it; what is not known is an error */
export function CertificateStatus({ status = '' }: { readonly status: string | undefined }): JSX.Element {
  return <StatusIndicator type={TYPES[status] ?? 'error'}>{texts.statuses[status] ?? status}</StatusIndicator>;
}

import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { Time } from '../../../parts/time.tsx';
import { clientCertificates } from '../../../texts/en/client-certificates.ts';

const texts = clientCertificates.expiry;
const DAY_MS = 86_400_000;
/** Days before the end from which on one is warned, as AWS's console does for certificates. */
const WARN_DAYS = 45;

/** When a certificate ends, with a warning while there is time to renew it. */
export function Expiry({ date }: { readonly date: Date | undefined }): JSX.Element {
  if (!date) return <Time date={date} />;
  const days = Math.ceil((date.getTime() - Date.now()) / DAY_MS);
  if (days <= 0) return <StatusIndicator type="error">{texts.expired}</StatusIndicator>;
  if (days > WARN_DAYS) return <Time date={date} />;
  return <StatusIndicator type="warning">{texts.inDays(days)}</StatusIndicator>;
}

import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { Time } from '../../../parts/time.tsx';
import { certificates as texts } from '../../../texts/en/certificates.ts';

const DAY_MS = 86_400_000;
/** Authorities send their reminders about then. */
const SOON_DAYS = 30;

interface Props {
  readonly date: Date | undefined;
}

/** When a certificate ends, and how long that is. */
export function Expiry({ date }: Props): JSX.Element {
  if (!date || date.getTime() < Date.now()) return <Time date={date} />;
  return (
    <>
      <Time date={date} /> (<DaysLeft date={date} />)
    </>
  );
}

/** How long a certificate lasts, with a warning where that is not long; when it ended, where it has. */
export function DaysLeft({ date }: Props): JSX.Element {
  const days = date ? Math.floor((date.getTime() - Date.now()) / DAY_MS) : -1;
  if (days < 0) return <Time date={date} />;
  const left = texts.daysLeft(days);
  return days < SOON_DAYS ? <StatusIndicator type="warning">{left}</StatusIndicator> : <span>{left}</span>;
}

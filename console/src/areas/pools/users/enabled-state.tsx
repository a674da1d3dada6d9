import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { pools } from '../../../texts/en/pools.ts';

const texts = pools.users;

export function EnabledState({ isEnabled }: { readonly isEnabled: boolean }): JSX.Element {
  return isEnabled ? (
    <StatusIndicator>{texts.enabled}</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">{texts.disabled}</StatusIndicator>
  );
}

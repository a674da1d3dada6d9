import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { keys as texts } from '../../../texts/en/keys.ts';

export function KeyStatus({ isEnabled }: { readonly isEnabled: boolean }): JSX.Element {
  return isEnabled ? (
    <StatusIndicator>{texts.enabled}</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">{texts.disabled}</StatusIndicator>
  );
}

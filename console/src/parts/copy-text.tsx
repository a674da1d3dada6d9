import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { JSX } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { BreakingText } from './breaking-text.tsx';

/** A value with a button that copies it. */
export function CopyText({ text }: { readonly text: string }): JSX.Element {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      textToDisplay={<BreakingText text={text} />}
      // Else further lines would begin below the button.
      wrapText={false}
      copyButtonAriaLabel={texts.copy.label(text)}
      copySuccessText={texts.copy.done}
      copyErrorText={texts.copy.failed}
    />
  );
}

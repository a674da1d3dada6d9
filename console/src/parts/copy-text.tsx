import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { JSX } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import styles from './breaking-text.module.css';
import { BreakingText } from './breaking-text.tsx';

/** Letters of the IDs that APIs have; a column has room for them. */
const ID_LENGTH = 12;

/** A value with a button that copies it. */
export function CopyText({ text }: { readonly text: string }): JSX.Element {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      textToDisplay={
        <span className={text.length > ID_LENGTH ? styles.text : styles.whole}>
          <BreakingText text={text} />
        </span>
      }
      // Lines then begin beside the button and not below it; it is we who let them wrap.
      wrapText={false}
      copyButtonAriaLabel={texts.copy.label(text)}
      copySuccessText={texts.copy.done}
      copyErrorText={texts.copy.failed}
    />
  );
}

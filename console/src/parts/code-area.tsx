import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import type { JSX } from 'react';
import styles from './code-area.module.css';

/** A text that is no language and that no editor needs to know: a certificate, a key, a token. */
export function CodeArea(props: TextareaProps): JSX.Element {
  return (
    <div className={styles.code}>
      <Textarea {...props} />
    </div>
  );
}

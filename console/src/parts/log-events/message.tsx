import type { JSX } from 'react';
import styles from './message.module.css';

/** A log event's text as it was written, broken into lines where it does not fit. */
export function Message({ text }: { readonly text: string }): JSX.Element {
  return <span className={styles.message}>{text.trimEnd()}</span>;
}

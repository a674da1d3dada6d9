import { Fragment, type JSX } from 'react';
import styles from './breaking-text.module.css';

/** Letters of a word that goes to the next line as a whole. */
const SHORT = 16;
/** Behind what separates the parts of an ARN, an address, a file's name, or an expression. */
const PIECE_END = /(?<=[/:.=&?@_-])(?=\w)/;

/** A text whose long words, such as ARNs and addresses, go on in the next line behind one of their separators. */
export function BreakingText({ text }: { readonly text: string }): JSX.Element {
  if (!hasLongWord(text)) return <>{text}</>;
  return (
    <span className={styles.text}>
      {text.split(PIECE_END).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </span>
  );
}

function hasLongWord(text: string): boolean {
  return text.length > SHORT && text.split(/\s/).some(({ length }) => length > SHORT);
}

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type JSX, useMemo, useState } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { playground as texts } from '../../../texts/en/playground.ts';
import { comparableLines } from './comparable.ts';
import styles from './expected-output.module.css';
import { type DiffLine, lineDiff, shownOf } from './line-diff.ts';

/** What should come out, and how what does come out differs from it. */
export function ExpectedOutput({ output }: { readonly output: string | undefined }): JSX.Element {
  const [expected, setExpected] = useState('');
  const isCompared = expected.trim() !== '' && output !== undefined;
  const lines = useMemo(
    () => (isCompared ? lineDiff(comparableLines(expected), comparableLines(output)) : []),
    [isCompared, expected, output],
  );
  return (
    <SpaceBetween size="s">
      <FormField
        label={texts.expected}
        description={texts.expectedHint}
        secondaryControl={
          <Button disabled={output === undefined} onClick={() => setExpected(output ?? '')}>
            {texts.take}
          </Button>
        }
        stretch
      >
        <CodeEditor value={expected} language="json" label={texts.expected} onChange={setExpected} />
      </FormField>
      {isCompared && <Comparison lines={lines} />}
    </SpaceBetween>
  );
}

function Comparison({ lines }: { readonly lines: readonly DiffLine[] }): JSX.Element {
  const count = lines.filter(({ kind }) => kind !== 'same').length;
  const shown = shownOf(lines);
  return (
    <SpaceBetween size="xs">
      <output>
        {count === 0 ? (
          <StatusIndicator type="success">{texts.same}</StatusIndicator>
        ) : (
          <StatusIndicator type="error">{texts.different(count)}</StatusIndicator>
        )}
      </output>
      {count > 0 && (
        <ol className={styles.lines} aria-label={texts.differences}>
          {shown.map(({ kind, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison, which never change
            <li key={at} className={styles[kind]}>
              <span aria-hidden="true" className={styles.mark}>
                {kind === 'missing' ? '−' : kind === 'extra' ? '+' : ' '}
              </span>
              <Box variant="code">{text}</Box>
              {kind !== 'same' && <span className={styles.spoken}>{` (${texts[kind]})`}</span>}
            </li>
          ))}
        </ol>
      )}
      {count > 0 && shown.length < lines.length && (
        <Box color="text-body-secondary">{texts.cut(shown.length, lines.length)}</Box>
      )}
    </SpaceBetween>
  );
}

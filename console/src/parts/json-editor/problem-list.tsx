import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { jsonEditor as texts } from '../../texts/en/json-editor.ts';
import type { Problem } from '../code-editor/index.tsx';

interface Props {
  readonly problems: readonly Problem[];
  readonly validText: string;
}

/** The first problems are the ones to mend; the rest often follows from them. */
const SHOWN = 5;

/** Problems of a text in words, told to screen readers as they come and go. */
export function ProblemList({ problems, validText }: Props): JSX.Element {
  // Two of one kind can stand at one place, where what is missing is told.
  const told = [...new Map(problems.map((problem) => [wordsOf(problem), problem])).entries()];
  return (
    <output aria-label={texts.problems}>
      <SpaceBetween size="xxs">
        {told.length === 0 && <StatusIndicator type="success">{validText}</StatusIndicator>}
        {told.slice(0, SHOWN).map(([words, { line, column, message, severity = 'error' }]) => (
          // The message stands beside the indicator, which breaks its text within words.
          <div key={words}>
            <StatusIndicator type={severity}>{texts.at(line, column)}:</StatusIndicator> {message}
          </div>
        ))}
      </SpaceBetween>
    </output>
  );
}

function wordsOf({ line, column, message }: Problem): string {
  return `${texts.at(line, column)}: ${message}`;
}

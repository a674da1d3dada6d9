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
  return (
    <output aria-label={texts.problems}>
      <SpaceBetween size="xxs">
        {problems.length === 0 && <StatusIndicator type="success">{validText}</StatusIndicator>}
        {problems.slice(0, SHOWN).map(({ line, column, message, severity = 'error' }) => (
          <StatusIndicator key={`${line}:${column}:${message}`} type={severity}>
            {texts.at(line, column)}: {message}
          </StatusIndicator>
        ))}
      </SpaceBetween>
    </output>
  );
}

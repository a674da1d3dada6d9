import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type JSX, useMemo } from 'react';
import { jsonEditor as texts } from '../../texts/en/json-editor.ts';
import { CodeEditor, type Complete, type Problem } from '../code-editor/index.tsx';
import { formatJson } from './format-json.ts';
import { ProblemList } from './problem-list.tsx';
import { type ReadJson, readJson } from './read-json.ts';

export { formatJson } from './format-json.ts';
export { type JsonPath, type ReadJson, readJson } from './read-json.ts';

interface Props {
  readonly value: string;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Absent: the text is only to be read. */
  onChange?(value: string): void;
  /** What else must hold once the text is JSON. The same function at every rendering, or it is checked anew. */
  check?(json: ReadJson): readonly Problem[];
  /** Said where there is no problem. */
  readonly validText?: string;
  /** What to write, of a text that nobody has touched yet: said in the place of its problems. */
  readonly untouchedText?: string;
  readonly complete?: Complete;
  readonly minLines?: number;
  readonly maxLines?: number;
}

const NO_CHECK = (): readonly Problem[] => [];

/** JSON with what is wrong with it at line and column, marked in the text and told below it. */
export function JsonEditor(props: Props): JSX.Element {
  const { value, label, onChange, check = NO_CHECK, validText = texts.valid, untouchedText } = props;
  const { complete, minLines, maxLines } = props;
  const isUntouched = untouchedText !== undefined;
  const problems = useMemo(() => {
    if (isUntouched) return [];
    const json = readJson(value);
    return json.problems.length > 0 ? json.problems : check(json);
  }, [value, check, isUntouched]);
  const editor = (
    <CodeEditor
      language="json"
      label={label}
      value={value}
      {...(onChange && { onChange, problems })}
      {...(complete && { complete })}
      {...(minLines !== undefined && { minLines })}
      {...(maxLines !== undefined && { maxLines })}
    />
  );
  if (!onChange) return editor;
  const formatted = formatJson(value);
  return (
    <SpaceBetween size="xs">
      {editor}
      {isUntouched ? (
        <StatusIndicator type="info">{untouchedText}</StatusIndicator>
      ) : (
        <ProblemList problems={problems} validText={validText} />
      )}
      <Button
        variant="inline-link"
        formAction="none"
        disabled={formatted === undefined || formatted === value}
        onClick={() => onChange(formatted ?? value)}
      >
        {texts.format}
      </Button>
    </SpaceBetween>
  );
}

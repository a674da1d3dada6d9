import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import { CodeEditor, type Problem } from '../../../parts/code-editor/index.tsx';
import { CopyText } from '../../../parts/copy-text.tsx';
import { models as texts } from '../../../texts/en/models.ts';
import { modelUrl } from '../model-url.ts';
import { isJsonType } from './schema-problems.ts';

interface Props {
  readonly apiId: string;
  readonly contentType: string;
  readonly value: string;
  onChange(schema: string): void;
  readonly problems: readonly Problem[];
}

/** As many as help; the others come when these are mended. */
const SHOWN = 5;

/** A model's schema, with what is wrong with it as it is typed. */
export function SchemaEditor({ apiId, contentType, value, onChange, problems }: Props): JSX.Element {
  const isJson = isJsonType(contentType);
  return (
    <FormField
      label={texts.fields.schema}
      constraintText={
        isJson && (
          <>
            {texts.fields.reference} <CopyText text={`{"$ref": "${modelUrl(apiId, 'NAME')}"}`} />
          </>
        )
      }
      stretch
    >
      <CodeEditor
        value={value}
        onChange={onChange}
        language={isJson ? 'json' : 'text'}
        label={texts.fields.schema}
        problems={problems}
        minLines={12}
      />
      {isJson && value.trim() !== '' && (
        <Box margin={{ top: 'xs' }}>
          <div role="status">
            <Verdict problems={problems} />
          </div>
        </Box>
      )}
    </FormField>
  );
}

function Verdict({ problems }: { readonly problems: readonly Problem[] }): JSX.Element {
  if (problems.length === 0) return <StatusIndicator type="success">{texts.problems.none}</StatusIndicator>;
  return (
    <>
      <StatusIndicator type="error">{texts.problems.some(problems.length)}</StatusIndicator>
      {problems.slice(0, SHOWN).map(({ line, column, message }) => (
        <div key={`${line}:${column}:${message}`}>{texts.problems.at(line, column, message)}</div>
      ))}
    </>
  );
}

import Alert from '@cloudscape-design/components/alert';
import type { JSX } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { functions } from '../../../texts/en/functions.ts';
import { languageNamed } from '../language.ts';
import { type CodeFile, fileOf, textOf } from '../zip/code-file.ts';

const texts = functions.code;
/** Longer files are not written by hand. */
const EDITED_BYTES = 1_048_576;

interface Props {
  readonly file: CodeFile;
  /** Absent: it is only read. */
  onChange?(file: CodeFile): void;
}

/** One file's text. */
export function FileEditor({ file, onChange }: Props): JSX.Element {
  if (file.bytes.length > EDITED_BYTES) return <Alert type="info">{texts.tooLong}</Alert>;
  const text = textOf(file);
  if (text === undefined) return <Alert type="info">{texts.binary}</Alert>;
  return (
    <CodeEditor
      // Another file has a history of its own.
      key={file.path}
      value={text}
      language={languageNamed(file.path)}
      label={texts.editor(file.path)}
      minLines={20}
      maxLines={40}
      {...(onChange && { onChange: (changed: string) => onChange(fileOf(file.path, changed, file.mode)) })}
    />
  );
}

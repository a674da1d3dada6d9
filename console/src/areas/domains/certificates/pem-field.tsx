import FileInput from '@cloudscape-design/components/file-input';
import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { CodeArea } from '../../../parts/code-area.tsx';
import { certificates } from '../../../texts/en/certificates.ts';

const texts = certificates.import;

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  onChange(value: string): void;
  /** What a file holds that was chosen here. */
  onFile(text: string): void;
}

/** PEM, pasted or from a file. */
export function PemField({ label, hint, value, onChange, onFile }: Props): JSX.Element {
  const read = async ([file]: readonly File[]): Promise<void> => {
    if (file) onFile(await file.text());
  };
  return (
    <FormField
      label={label}
      description={hint}
      stretch
      secondaryControl={
        <FileInput
          value={[]}
          onChange={({ detail }) => read(detail.value)}
          accept=".pem,.crt,.cer,.key"
          ariaLabel={texts.fileOf(label)}
        >
          {texts.file}
        </FileInput>
      }
    >
      <CodeArea
        value={value}
        rows={5}
        onChange={({ detail }) => onChange(detail.value)}
        spellcheck={false}
        autoComplete={false}
      />
    </FormField>
  );
}

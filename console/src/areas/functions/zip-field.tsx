import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { functions } from '../../texts/en/functions.ts';

const texts = functions.create;

interface Props {
  readonly label: string;
  readonly constraint?: string;
  readonly file: File | undefined;
  onChange(file: File | undefined): void;
}

/** A zip file from the user's own machine. */
export function ZipField({ label, constraint = texts.zipConstraint, file, onChange }: Props): JSX.Element {
  return (
    <FormField label={label} constraintText={constraint}>
      <FileUpload
        accept=".zip,application/zip"
        value={file ? [file] : []}
        onChange={({ detail }) => onChange(detail.value[0])}
        showFileSize
        i18nStrings={{
          uploadButtonText: () => texts.upload.choose,
          dropzoneText: () => texts.upload.drop,
          removeFileAriaLabel: () => texts.upload.remove,
          limitShowFewer: texts.upload.limit,
          limitShowMore: texts.upload.limit,
          errorIconAriaLabel: texts.upload.error,
        }}
      />
    </FormField>
  );
}

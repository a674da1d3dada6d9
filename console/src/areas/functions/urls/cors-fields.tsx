import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import type { UrlDraft } from './url-draft.ts';

const texts = functionSettings.urls.corsFields;
const FIELDS = ['origins', 'methods', 'headers', 'exposed'] as const;

interface Props {
  readonly draft: UrlDraft;
  onChange(changes: Partial<UrlDraft>): void;
}

/** What pages of other origins may do. */
export function CorsFields({ draft, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        {FIELDS.map((name) => (
          <TextField
            key={name}
            label={texts[name]}
            constraint={texts.constraint}
            value={draft[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
        <TextField
          label={texts.maxAge}
          type="number"
          value={draft.maxAge}
          onChange={(maxAge) => onChange({ maxAge })}
        />
      </ColumnLayout>
      <Checkbox
        checked={draft.withCredentials}
        onChange={({ detail }) => onChange({ withCredentials: detail.checked })}
      >
        {texts.credentials}
      </Checkbox>
    </SpaceBetween>
  );
}

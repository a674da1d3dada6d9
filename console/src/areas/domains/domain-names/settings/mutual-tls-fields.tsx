import ColumnLayout from '@cloudscape-design/components/column-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { type JSX, useState } from 'react';
import { TextField } from '../../../../parts/text-field.tsx';
import { domains } from '../../../../texts/en/domains.ts';
import { canHaveMutualTls, type DomainDraft } from './draft.ts';

const texts = domains.settings;

interface Props {
  readonly draft: DomainDraft;
  onChange(changes: Partial<DomainDraft>): void;
}

/** Whether clients show certificates, and who vouches for them. */
export function MutualTlsFields({ draft, onChange }: Props): JSX.Element {
  // Switched on before anything is typed.
  const [isOpened, setOpened] = useState(false);
  const canBe = canHaveMutualTls(draft);
  const isOn = canBe && (isOpened || draft.truststoreUri !== '');
  const change = (checked: boolean): void => {
    setOpened(checked);
    if (!checked) onChange({ truststoreUri: '', truststoreVersion: '' });
  };
  return (
    <SpaceBetween size="s">
      <Toggle
        checked={isOn}
        disabled={!canBe}
        description={canBe ? texts.mutualTlsHint : texts.mutualTlsRegional}
        onChange={({ detail }) => change(detail.checked)}
      >
        {texts.mutualTls}
      </Toggle>
      {isOn && (
        <ColumnLayout columns={2}>
          <TextField
            label={texts.truststore}
            description={texts.truststoreHint}
            placeholder="s3://partners/ca.pem"
            value={draft.truststoreUri}
            onChange={(truststoreUri) => onChange({ truststoreUri })}
          />
          <TextField
            label={texts.version}
            value={draft.truststoreVersion}
            onChange={(truststoreVersion) => onChange({ truststoreVersion })}
          />
        </ColumnLayout>
      )}
    </SpaceBetween>
  );
}

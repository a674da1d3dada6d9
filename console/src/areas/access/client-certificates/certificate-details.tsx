import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { useAction, valuePatches } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditForm } from '../../../parts/edit-form.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { Time } from '../../../parts/time.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { clientCertificates } from '../../../texts/en/client-certificates.ts';
import { Expiry } from './expiry.tsx';
import type { ClientCertificate } from './use-client-certificates.ts';

const texts = clientCertificates.details;

interface Props {
  readonly certificate: ClientCertificate;
  readonly arn: string;
}

/** When it is valid, and its description, the only part that can be changed. */
export function CertificateDetails({ certificate, arn }: Props): JSX.Element {
  const { clientCertificateId = '', description = '' } = certificate;
  const draft = useDraft({ description });
  const update = useAction('apigateway', 'updateClientCertificate');
  const notify = useNotify();
  const { columns } = clientCertificates;
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onDiscard={draft.reset}
      onSave={() => {
        const patchOperations = [...valuePatches('/description', description, draft.value.description)];
        update.run({ clientCertificateId, patchOperations }, () => {
          notify({ type: 'success', content: texts.done });
          draft.reset();
        });
      }}
    >
      <KeyValues
        columns={2}
        pairs={[
          [columns.id, <CopyText key="id" text={clientCertificateId} />],
          [texts.arn, <CopyText key="arn" text={arn} />],
          [columns.created, <Time key="created" date={certificate.createdDate} />],
          [columns.expires, <Expiry key="expires" date={certificate.expirationDate} />],
        ]}
      />
      <FormField label={texts.description} stretch>
        <Input
          value={draft.value.description}
          onChange={({ detail }) => draft.set({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
    </EditForm>
  );
}

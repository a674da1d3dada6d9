import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { replacements, useAll } from '../../../data/index.ts';
import { ChoiceField } from '../../../parts/choice-field.tsx';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { stages } from '../../../texts/en/stages.ts';
import type { StageProps } from './stage-props.ts';
import { useUpdateStage } from './use-update-stage.ts';

const texts = stages.details;
const PATHS = {
  description: '/description',
  clientCertificateId: '/clientCertificateId',
  documentationVersion: '/documentationVersion',
} as const;

/** Description, client certificate, documentation; the web ACL is only shown. */
export function DetailsForm({ apiId, stage }: StageProps): JSX.Element {
  const { description = '', clientCertificateId = '', documentationVersion = '' } = stage;
  const saved = { description, clientCertificateId, documentationVersion };
  const draft = useDraft(saved);
  const update = useUpdateStage({ apiId, stage });
  const certificates = useAll('apigateway', 'getClientCertificates', { limit: 500 }, ({ items }) => items);
  const versions = useAll(
    'apigateway',
    'getDocumentationVersions',
    { restApiId: apiId, limit: 500 },
    ({ items }) => items,
  );
  return (
    <EditForm
      title={texts.title}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={() => update.run(replacements(saved, draft.value, PATHS), texts.done, draft.reset)}
      onDiscard={draft.reset}
    >
      <FormField label={texts.description} stretch>
        <Input
          value={draft.value.description}
          onChange={({ detail }) => draft.set({ description: detail.value })}
          autoComplete={false}
        />
      </FormField>
      <ColumnLayout columns={2}>
        <ChoiceField
          label={texts.certificate}
          hint={texts.certificateHint}
          none={texts.noCertificate}
          query={certificates}
          options={(certificates.data ?? []).map(({ clientCertificateId: value = '', description: about }) => ({
            value,
            label: value,
            ...(about !== undefined && { description: about }),
          }))}
          selected={draft.value.clientCertificateId}
          onSelect={(value) => draft.set({ clientCertificateId: value })}
        />
        <ChoiceField
          label={texts.documentation}
          hint={texts.documentationHint}
          none={texts.noDocumentation}
          query={versions}
          options={(versions.data ?? []).map(({ version = '', description: about }) => ({
            value: version,
            label: version,
            ...(about !== undefined && { description: about }),
          }))}
          selected={draft.value.documentationVersion}
          onSelect={(value) => draft.set({ documentationVersion: value })}
        />
      </ColumnLayout>
      {stage.webAclArn !== undefined && (
        <FormField label={texts.webAcl} description={texts.webAclHint}>
          <CopyText text={stage.webAclArn} />
        </FormField>
      )}
    </EditForm>
  );
}

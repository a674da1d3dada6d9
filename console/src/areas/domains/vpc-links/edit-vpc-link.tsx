import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { useAction, valuePatches } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { vpcLinks as texts } from '../../../texts/en/vpc-links.ts';
import type { VpcLink } from './use-vpc-links.ts';

/** All that can be changed of a link; its target cannot. */
export function EditVpcLink({ vpcLink }: { readonly vpcLink: VpcLink }): JSX.Element {
  const { id: vpcLinkId = '', name = '', description = '' } = vpcLink;
  const draft = useDraft({ name, description });
  const update = useAction('apigateway', 'updateVpcLink');
  const notify = useNotify();
  const save = (): void => {
    const patchOperations = [
      ...valuePatches('/name', name, draft.value.name),
      ...valuePatches('/description', description, draft.value.description),
    ];
    update.run({ vpcLinkId, patchOperations }, () => {
      notify({ type: 'success', content: texts.details.saved });
      draft.reset();
    });
  };
  return (
    <EditForm
      title={texts.details.edit}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      <ColumnLayout columns={2}>
        <FormField label={texts.create.name}>
          <Input
            value={draft.value.name}
            onChange={({ detail }) => draft.set({ name: detail.value })}
            autoComplete={false}
          />
        </FormField>
        <FormField label={texts.create.description}>
          <Input
            value={draft.value.description}
            onChange={({ detail }) => draft.set({ description: detail.value })}
            autoComplete={false}
          />
        </FormField>
      </ColumnLayout>
    </EditForm>
  );
}

import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAws, useSession } from '../../../session/index.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { qualifierInput } from '../use-versions.ts';
import { ApiFields } from './api-fields.tsx';
import { CALLERS, isWhole, NEW_PERMISSION, type PermissionDraft, permissionInput } from './permission-draft.ts';

const texts = functionSettings.permissions;

interface Props {
  readonly functionName: string;
  readonly qualifier: string;
  onClose(): void;
}

/** Lets an API, an account or a service invoke the function. */
export function AddPermission({ functionName, qualifier, onClose }: Props): JSX.Element {
  const { region } = useAws();
  const account = useSession().signedIn?.identity.account ?? '';
  const [draft, setDraft] = useState<PermissionDraft>(NEW_PERMISSION);
  const add = useAction('lambda', 'addPermission');
  const notify = useNotify();
  const set = (changes: Partial<PermissionDraft>): void => setDraft((before) => ({ ...before, ...changes }));
  return (
    <Dialog
      title={texts.add}
      action={texts.add}
      isReady={isWhole(draft)}
      isRunning={add.isRunning}
      error={add.error}
      onSubmit={() =>
        add.run({ ...permissionInput(draft, functionName, { region, account }), ...qualifierInput(qualifier) }, () => {
          notify({ type: 'success', content: texts.added(draft.sid.trim()) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      <FormField label={texts.caller}>
        <RadioGroup
          ariaLabel={texts.caller}
          value={draft.caller}
          onChange={({ detail }) => set({ caller: CALLERS.find((each) => each === detail.value) ?? draft.caller })}
          items={CALLERS.map((value) => ({ value, label: texts.callers[value] }))}
        />
      </FormField>
      <TextField
        label={texts.sid}
        constraint={texts.sidConstraint}
        value={draft.sid}
        onChange={(sid) => set({ sid })}
        autoFocus
      />
      {draft.caller === 'api' ? (
        <ApiFields draft={draft} onChange={set} />
      ) : (
        <SpaceBetween size="l">
          <TextField
            label={texts.principal}
            constraint={texts.principals[draft.caller]}
            value={draft.principal}
            onChange={(principal) => set({ principal })}
          />
          <TextField
            label={texts.sourceArn}
            constraint={texts.sourceConstraint}
            value={draft.sourceArn}
            onChange={(sourceArn) => set({ sourceArn })}
          />
        </SpaceBetween>
      )}
    </Dialog>
  );
}

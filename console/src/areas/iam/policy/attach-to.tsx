import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';
import { policies } from '../../../texts/en/policies.ts';
import { type Entity, type EntityKind, entityCalls } from '../entity/entity-calls.ts';
import { useEntities } from '../entity/use-entities.ts';
import type { PolicyUse } from './use-policy.ts';

const texts = policies.entities;

interface Props {
  readonly arn: string;
  /** Who has it. */
  readonly without: readonly PolicyUse[];
  onClose(): void;
}

/** Gives a policy to users, groups and roles. */
export function AttachTo({ arn, without, onClose }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const lists = useEntities();
  const attach = useSteps('iam', async (ids: readonly string[]) => {
    for (const id of ids) await entityCalls(aws, entityOf(id)).attach(arn);
  });
  const isFree = (entity: Entity): boolean =>
    !without.some(({ kind, name, as }) => as === 'permissions' && kind === entity.kind && name === entity.name);
  const options = lists.map(({ kind, entities }) => ({
    label: iam.lists[kind],
    options: entities
      .filter(({ name }) => isFree({ kind, name }))
      .map(({ name }) => ({ value: `${kind} ${name}`, label: name })),
  }));
  return (
    <Dialog
      title={texts.attachTitle}
      action={texts.attach}
      isReady={chosen.length > 0}
      isRunning={attach.isRunning}
      error={attach.error}
      onDismiss={onClose}
      onSubmit={() =>
        attach.run(chosen, () => {
          notify({ type: 'success', content: texts.attached(chosen.length) });
          onClose();
        })
      }
    >
      <FormField label={texts.who} errorText={lists.find(({ error }) => error)?.error?.message}>
        <Multiselect
          options={options.filter((group) => group.options.length > 0)}
          selectedOptions={chosen.map((id) => ({ value: id, label: entityOf(id).name }))}
          onChange={({ detail }) => setChosen(detail.selectedOptions.map(({ value = '' }) => value))}
          filteringType="auto"
          filteringAriaLabel={texts.who}
          placeholder={texts.choose}
          empty={texts.noneLeft}
          statusType={lists.some(({ isPending }) => isPending) ? 'loading' : 'finished'}
          loadingText={parts.loading}
          deselectAriaLabel={({ label = '' }) => parts.removeOf(label)}
          virtualScroll
        />
      </FormField>
    </Dialog>
  );
}

/** Names hold no spaces (API reference, `userNameType`). */
function entityOf(id: string): Entity {
  const [kind = 'user', name = ''] = id.split(' ');
  return { kind: kind as EntityKind, name };
}

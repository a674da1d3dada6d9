import type { JSX } from 'react';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { TextField } from '../../../../parts/text-field.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { domains } from '../../../../texts/en/domains.ts';
import { TargetFields } from '../target-fields.tsx';
import { type DomainName, isPrivate } from '../use-domain-names.ts';
import { useSaveMapping } from './use-mapping-changes.ts';
import { type Mapping, NONE } from './use-mappings.ts';

const texts = domains.mappings;
const NEW: Mapping = { id: '', path: NONE, apiId: '', stage: '' };

interface Props {
  readonly domain: DomainName;
  /** Absent for a new one. */
  readonly before?: Mapping;
  onClose(): void;
}

/** Adds a mapping, or changes one. */
export function MappingDialog({ domain, before, onClose }: Props): JSX.Element {
  const { value: draft, set: change } = useDraft(before ?? NEW);
  const save = useSaveMapping(domain);
  const notify = useNotify();
  const submit = (): void =>
    save.run({ before, after: draft }, () => {
      notify({ type: 'success', content: texts.saved(draft.path) });
      onClose();
    });
  return (
    <Dialog
      title={before ? texts.dialog.edit : texts.dialog.add}
      action={texts.dialog.save}
      isReady={draft.apiId !== ''}
      isRunning={save.isRunning}
      error={save.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <TargetFields
        // Private APIs are led to by private names alone, and they by nothing else.
        offers={(target) => target.isPrivate === isPrivate(domain)}
        apiId={draft.apiId}
        stage={draft.stage}
        onChange={change}
        noStage={texts.dialog.stageByPath}
      />
      <TextField
        label={texts.dialog.path}
        description={texts.dialog.pathHint}
        constraint={texts.dialog.multiLevel}
        placeholder="orders"
        value={draft.path === NONE ? '' : draft.path}
        onChange={(path) => change({ path: path === '' ? NONE : path })}
      />
    </Dialog>
  );
}

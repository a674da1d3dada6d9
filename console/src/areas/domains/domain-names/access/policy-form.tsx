import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { useAction, valuePatches } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { EditForm } from '../../../../parts/edit-form.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { indented } from '../../../../parts/json-editor/format-json.ts';
import { isPolicy, PolicyEditor } from '../../../../parts/policy-editor/index.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { domains } from '../../../../texts/en/domains.ts';
import { addressOf, type DomainName } from '../use-domain-names.ts';

interface Props {
  readonly domain: DomainName;
  readonly member: 'policy' | 'managementPolicy';
  readonly title: string;
  readonly hint: string;
  /** What a new one begins with. */
  readonly example: string;
}

/** One of the policies of a private domain name; an empty text is none. */
export function PolicyForm({ domain, member, title, hint, example }: Props): JSX.Element {
  const saved = indented(domain[member] ?? '');
  const draft = useDraft({ policy: saved });
  const update = useAction('apigateway', 'updateDomainName');
  const notify = useNotify();
  const policy = draft.value.policy.trim();
  const save = (): void =>
    update.run({ ...addressOf(domain), patchOperations: [...valuePatches(`/${member}`, saved, policy)] }, () => {
      notify({ type: 'success', content: domains.access.saved });
      draft.reset();
    });
  return (
    <EditForm
      title={title}
      description={hint}
      actions={
        policy !== '' && (
          <Button formAction="none" onClick={() => draft.set({ policy: '' })}>
            {domains.access.removePolicy}
          </Button>
        )
      }
      isChanged={draft.isChanged && (policy === '' || isPolicy(policy, 'resource'))}
      canDiscard={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      {draft.value.policy === '' ? (
        <EmptyState
          title={domains.access.noPolicy}
          action={
            <Button formAction="none" onClick={() => draft.set({ policy: example })}>
              {domains.access.addPolicy}
            </Button>
          }
        />
      ) : (
        <PolicyEditor
          kind="resource"
          label={title}
          value={draft.value.policy}
          onChange={(text) => draft.set({ policy: text })}
          minLines={6}
        />
      )}
    </EditForm>
  );
}

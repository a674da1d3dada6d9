import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { isPolicy, PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { resourcePolicy as texts } from '../../../texts/en/resource-policy.ts';
import { EXAMPLE_NAMES, exampleOf, SKELETON } from './examples.ts';

interface Props {
  readonly apiId: string;
  /** What is saved; empty for none. */
  readonly policy: string;
}

/** The policy's text, begun from nothing, from an example or from what is saved. */
export function PolicyForm({ apiId, policy }: Props): JSX.Element {
  const draft = useDraft({ policy });
  const save = useAction('apigateway', 'updateRestApi');
  const notify = useNotify();
  const write = (text: string): void => draft.set({ policy: text });
  const text = draft.value.policy;
  const examples = (
    <ButtonDropdown
      items={EXAMPLE_NAMES.map((id) => {
        const { text: name, description } = texts.examples[id];
        return { id, text: name, secondaryText: description };
      })}
      onItemClick={({ detail }) => {
        const chosen = EXAMPLE_NAMES.find((name) => name === detail.id);
        if (chosen) write(exampleOf(chosen));
      }}
    >
      {texts.templates}
    </ButtonDropdown>
  );
  return (
    <EditForm
      title={texts.policy}
      description={texts.short}
      actions={text === '' ? undefined : examples}
      isChanged={draft.isChanged && isPolicy(text, 'resource')}
      canDiscard={draft.isChanged}
      isRunning={save.isRunning}
      error={save.error}
      onDiscard={draft.reset}
      onSave={() =>
        save.run({ restApiId: apiId, patchOperations: [{ op: 'replace', path: '/policy', value: text }] }, () => {
          notify({ type: 'success', content: texts.done });
          draft.reset();
        })
      }
    >
      {text === '' ? (
        <EmptyState
          title={texts.empty.title}
          text={<Box color="text-body-secondary">{texts.empty.text}</Box>}
          action={
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" onClick={() => write(SKELETON)}>
                {texts.empty.write}
              </Button>
              {examples}
            </SpaceBetween>
          }
        />
      ) : (
        <PolicyEditor kind="resource" label={texts.policy} value={text} onChange={write} minLines={12} maxLines={40} />
      )}
    </EditForm>
  );
}

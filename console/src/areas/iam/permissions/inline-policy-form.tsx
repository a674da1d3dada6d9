import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EMPTY_POLICY, isPolicy, PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { type Entity, entityCalls } from '../entity/entity-calls.ts';
import { useInlineNames } from '../entity/use-attached.ts';
import { policyText } from '../policy-text.ts';
import { useIam } from '../use-iam.ts';

const texts = iam.permissions.inline;

interface Props {
  readonly entity: Entity;
  /** Empty for a new one. */
  readonly name: string;
  onClose(): void;
}

/** Writes or changes a policy that one entity alone has. */
export function InlinePolicyForm({ entity, name, onClose }: Props): JSX.Element {
  return (
    <Container header={<Header variant="h2">{name === '' ? texts.create : texts.edit(name)}</Header>}>
      {name === '' ? (
        <Fields entity={entity} name="" saved={EMPTY_POLICY} onClose={onClose} />
      ) : (
        <Saved entity={entity} name={name} onClose={onClose} />
      )}
    </Container>
  );
}

function Saved({ entity, name, onClose }: Props): JSX.Element {
  const policy = useIam(['inline', entity.kind, entity.name, name], (aws) => entityCalls(aws, entity).getInline(name));
  return (
    <QueryState query={policy}>
      {({ PolicyDocument }) => (
        <Fields entity={entity} name={name} saved={policyText(PolicyDocument)} onClose={onClose} />
      )}
    </QueryState>
  );
}

function Fields({ entity, name, saved, onClose }: Props & { readonly saved: string }): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const [newName, setName] = useState(name);
  const [text, setText] = useState(saved);
  const put = useSteps('iam', () => entityCalls(aws, entity).putInline(newName, text));
  // To put one under a name that is taken would replace the other without a word. Once it is saved, the name is its own.
  const names = useInlineNames(entity);
  const isTaken = name === '' && !put.isRunning && names.data?.includes(newName) === true;
  return (
    <SaveForm
      isRunning={put.isRunning}
      error={put.error}
      canSave={newName !== '' && !isTaken && isPolicy(text, 'identity')}
      onCancel={onClose}
      onSave={() =>
        put.run(undefined, () => {
          notify({ type: 'success', content: texts.saved(newName) });
          onClose();
        })
      }
    >
      {name === '' && (
        <FormField label={texts.name} constraintText={iam.nameHint} errorText={isTaken && texts.taken}>
          <Input value={newName} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete={false} />
        </FormField>
      )}
      <FormField label={texts.document} stretch>
        <PolicyEditor kind="identity" label={texts.document} value={text} onChange={setText} minLines={12} />
      </FormField>
    </SaveForm>
  );
}

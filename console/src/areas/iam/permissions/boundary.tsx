import Link from '@cloudscape-design/components/link';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { ChoiceField } from '../../../parts/choice-field.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useHref } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { policyPath } from '../addresses.ts';
import { usePolicies } from '../use-policies.ts';

const texts = iam.permissions.boundary;

interface Props {
  /** Groups have none. */
  readonly entity: { readonly kind: 'user' | 'role'; readonly name: string };
  /** ARN of the policy that is the boundary now. */
  readonly boundary: string | undefined;
}

/** The policy that an entity's permissions do not reach beyond. */
export function Boundary({ entity, boundary }: Props): JSX.Element {
  const href = useHref();
  return (
    <EditableBox
      title={texts.title}
      description={texts.hint}
      form={(close) => <BoundaryForm entity={entity} boundary={boundary} onClose={close} />}
    >
      {boundary === undefined ? texts.none : <Link href={href(policyPath(boundary))}>{boundary}</Link>}
    </EditableBox>
  );
}

function BoundaryForm({ entity, boundary = '', onClose }: Props & { onClose(): void }): JSX.Element {
  const notify = useNotify();
  const [chosen, setChosen] = useState(boundary);
  const save = useSaveBoundary(entity);
  return (
    <SaveForm
      isRunning={save.isRunning}
      error={save.error}
      canSave={chosen !== boundary}
      onCancel={onClose}
      onSave={() =>
        save.run(chosen, () => {
          notify({ type: 'success', content: texts.done });
          onClose();
        })
      }
    >
      <BoundaryField selected={chosen} onSelect={setChosen} />
    </SaveForm>
  );
}

/** @param selected an ARN, or empty for none */
export function BoundaryField(props: { readonly selected: string; onSelect(arn: string): void }): JSX.Element {
  const policies = usePolicies();
  return (
    <ChoiceField
      label={texts.title}
      hint={texts.fieldHint}
      none={texts.none}
      query={policies}
      options={(policies.data ?? []).map(({ PolicyName = '', Arn = '' }) => ({
        value: Arn,
        label: PolicyName,
        description: Arn,
      }))}
      {...props}
    />
  );
}

function useSaveBoundary({ kind, name }: Props['entity']) {
  const aws = useAws();
  return useSteps('iam', async (PermissionsBoundary: string): Promise<unknown> => {
    const isNone = PermissionsBoundary === '';
    if (kind === 'user') {
      if (isNone) return aws.call('iam', 'deleteUserPermissionsBoundary', { UserName: name });
      return aws.call('iam', 'putUserPermissionsBoundary', { UserName: name, PermissionsBoundary });
    }
    if (isNone) return aws.call('iam', 'deleteRolePermissionsBoundary', { RoleName: name });
    return aws.call('iam', 'putRolePermissionsBoundary', { RoleName: name, PermissionsBoundary });
  });
}

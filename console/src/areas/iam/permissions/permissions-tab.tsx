import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useQueryParam } from '../../../routing/index.ts';
import type { Entity } from '../entity/entity-calls.ts';
import { AttachPolicies } from './attach-policies.tsx';
import { AttachedPolicies } from './attached-policies.tsx';
import { InlinePolicies } from './inline-policies.tsx';
import { InlinePolicyForm } from './inline-policy-form.tsx';

/** What an entity may do: managed policies, and its own inline ones. */
export function PermissionsTab({ entity }: { readonly entity: Entity }): JSX.Element {
  const [dialog, setDialog] = useQueryParam('dialog');
  const [policy, setPolicy] = useQueryParam('policy');
  const edit = (name: string): void => {
    setPolicy(name);
    setDialog('inline');
  };
  const close = (): void => {
    setPolicy('');
    setDialog('');
  };
  if (dialog === 'inline') return <InlinePolicyForm key={policy} entity={entity} name={policy} onClose={close} />;
  return (
    <SpaceBetween size="l">
      <AttachedPolicies entity={entity} onAttach={() => setDialog('attach')} />
      <InlinePolicies entity={entity} onEdit={edit} />
      {dialog === 'attach' && <AttachPolicies entity={entity} onClose={close} />}
    </SpaceBetween>
  );
}

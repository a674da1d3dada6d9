import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page, useNotify } from '../../../page/index.ts';
import { areWhole, PairEditor } from '../../../parts/pair-editor.tsx';
import { isPolicy, PolicyEditor } from '../../../parts/policy-editor/index.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { useSession } from '../../../session/index.ts';
import { parts } from '../../../texts/en/parts.ts';
import { roles } from '../../../texts/en/roles.ts';
import { rolePath, trailOf } from '../addresses.ts';
import { BoundaryField } from '../permissions/boundary.tsx';
import { PolicyChoice } from '../permissions/policy-choice.tsx';
import { RoleFields } from './role-fields.tsx';
import { TrustFields } from './trust-fields.tsx';
import { type Trust, trustPolicy } from './trust-policies.ts';
import { type NewRole, useCreateRole } from './use-create-role.ts';

const texts = roles.create;

/** Makes a role: who may assume it, and what it may do. */
export default function CreateRolePage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const account = useSession().signedIn?.identity.account ?? '';
  const create = useCreateRole();
  const [trust, setTrust] = useState<Trust>(() => firstTrust(account));
  const [role, setRole] = useState<NewRole>(() => emptyRole(account));
  const set = (changes: Partial<NewRole>): void => setRole((before) => ({ ...before, ...changes }));
  const changeTrust = (changes: Partial<Trust>): void => {
    const changed = { ...trust, ...changes };
    setTrust(changed);
    // Whoever writes a policy of his own begins with what stands there.
    if (changed.kind !== 'custom') set({ trust: trustPolicy(changed) });
  };
  return (
    <Page title={texts.title} trail={trailOf({ text: roles.title, path: '/iam/roles' })}>
      <SaveForm
        isRunning={create.isRunning}
        error={create.error}
        canSave={role.name !== '' && areWhole(role.tags) && isPolicy(role.trust, 'trust')}
        saveText={texts.title}
        onCancel={() => navigate('/iam/roles')}
        onSave={() =>
          create.run(role, () => {
            notify({ type: 'success', content: texts.done(role.name) });
            navigate(rolePath(role.name), { replace: true });
          })
        }
      >
        <Container header={<Header variant="h2">{texts.details}</Header>}>
          <RoleFields role={role} onChange={set} />
        </Container>
        <Container
          header={
            <Header variant="h2" description={roles.trust.hint}>
              {roles.trust.title}
            </Header>
          }
        >
          <SpaceBetween size="m">
            <TrustFields trust={trust} onChange={changeTrust} />
            <FormField label={roles.trust.document} stretch>
              <PolicyEditor
                kind="trust"
                label={roles.trust.document}
                value={role.trust}
                onChange={(text) => {
                  set({ trust: text });
                  setTrust((before) => ({ ...before, kind: 'custom' }));
                }}
              />
            </FormField>
          </SpaceBetween>
        </Container>
        <PolicyChoice title={texts.policies} chosen={role.policies} onChange={(policies) => set({ policies })} />
        <Container header={<Header variant="h2">{texts.more}</Header>}>
          <SpaceBetween size="l">
            <BoundaryField selected={role.boundary} onSelect={(boundary) => set({ boundary })} />
            <FormField label={parts.tags.title} stretch>
              <PairEditor texts={parts.tags.pairs} pairs={role.tags} onChange={(tags) => set({ tags })} />
            </FormField>
          </SpaceBetween>
        </Container>
      </SaveForm>
    </Page>
  );
}

function firstTrust(account: string): Trust {
  return { kind: 'service', service: 'lambda.amazonaws.com', account, externalId: '', provider: '', audience: '' };
}

function emptyRole(account: string): NewRole {
  return {
    name: '',
    path: '/',
    description: '',
    maxSessionHours: '1',
    trust: trustPolicy(firstTrust(account)),
    policies: [],
    boundary: '',
    tags: [],
  };
}

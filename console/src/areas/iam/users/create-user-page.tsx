import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page, useNotify } from '../../../page/index.ts';
import { areWhole, PairEditor } from '../../../parts/pair-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { parts } from '../../../texts/en/parts.ts';
import { trailOf, userPath } from '../addresses.ts';
import { BoundaryField } from '../permissions/boundary.tsx';
import { PolicyChoice } from '../permissions/policy-choice.tsx';
import { GroupChoice } from '../user/group-choice.tsx';
import { NewCredentials } from '../user/new-credentials.tsx';
import { newPassword, PasswordFields, passwordOf } from '../user/password-fields.tsx';
import { type NewUser, useCreateUser } from './use-create-user.ts';

const texts = iam.users.create;

/** Makes a user with all that he is given at once. */
export default function CreateUserPage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const create = useCreateUser();
  const [user, setUser] = useState<NewUser>(emptyUser);
  const [isCreated, setCreated] = useState(false);
  const set = (changes: Partial<NewUser>): void => setUser((before) => ({ ...before, ...changes }));
  const leave = (): void => navigate(userPath(user.name), { replace: true });
  const created = (): void => {
    notify({ type: 'success', content: texts.done(user.name) });
    if (user.password) setCreated(true);
    else leave();
  };
  return (
    <Page title={texts.title} trail={trailOf({ text: iam.users.title, path: '/iam/users' })}>
      <SaveForm
        isRunning={create.isRunning}
        error={create.error}
        canSave={user.name !== '' && areWhole(user.tags) && (!user.password || passwordOf(user.password) !== '')}
        saveText={texts.title}
        onCancel={() => navigate('/iam/users')}
        onSave={() => create.run(user, created)}
      >
        <Container header={<Header variant="h2">{texts.details}</Header>}>
          <SpaceBetween size="m">
            <FormField label={texts.name} constraintText={iam.nameHint}>
              <Input
                value={user.name}
                onChange={({ detail }) => set({ name: detail.value })}
                autoFocus
                autoComplete={false}
              />
            </FormField>
            <FormField label={iam.path} description={iam.rename.pathHint}>
              <Input value={user.path} onChange={({ detail }) => set({ path: detail.value })} autoComplete={false} />
            </FormField>
            <Checkbox
              checked={user.password !== undefined}
              description={texts.consoleHint}
              onChange={({ detail }) => set({ password: detail.checked ? newPassword() : undefined })}
            >
              {texts.console}
            </Checkbox>
            {user.password && <PasswordFields draft={user.password} onChange={(password) => set({ password })} />}
          </SpaceBetween>
        </Container>
        <Container
          header={
            <Header variant="h2" description={texts.permissionsHint}>
              {texts.permissions}
            </Header>
          }
        >
          <SpaceBetween size="l">
            <GroupChoice chosen={user.groups} onChange={(groups) => set({ groups })} />
            <BoundaryField selected={user.boundary} onSelect={(boundary) => set({ boundary })} />
          </SpaceBetween>
        </Container>
        <PolicyChoice title={texts.policies} chosen={user.policies} onChange={(policies) => set({ policies })} />
        <Container header={<Header variant="h2">{parts.tags.title}</Header>}>
          <PairEditor texts={parts.tags.pairs} pairs={user.tags} onChange={(tags) => set({ tags })} />
        </Container>
      </SaveForm>
      {isCreated && user.password && (
        <NewCredentials userName={user.name} password={passwordOf(user.password)} onClose={leave} />
      )}
    </Page>
  );
}

function emptyUser(): NewUser {
  return { name: '', path: '/', password: undefined, groups: [], boundary: '', policies: [], tags: [] };
}

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import { RoleField } from '../role-field.tsx';
import type { DraftProps } from './draft-props.ts';

const texts = functions.create;

/** The role that the function runs with. */
export function PermissionsFields({ draft, onChange }: DraftProps): JSX.Element {
  return (
    <Container
      header={
        <Header variant="h2" description={texts.roleDescription}>
          {texts.permissions}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <RadioGroup
          ariaLabel={texts.permissions}
          value={draft.isNewRole ? 'new' : 'existing'}
          onChange={({ detail }) => onChange({ isNewRole: detail.value === 'new' })}
          items={[
            { value: 'new', ...texts.newRole },
            { value: 'existing', ...texts.existingRole },
          ]}
        />
        {!draft.isNewRole && <RoleField value={draft.roleArn} onChange={(roleArn) => onChange({ roleArn })} />}
      </SpaceBetween>
    </Container>
  );
}

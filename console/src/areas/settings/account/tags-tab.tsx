import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type JSX, useState } from 'react';
import { ResourceTags, taggedServiceOf } from '../../../parts/tags/index.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { settings } from '../../../texts/en/settings.ts';

const texts = settings.tags;

/** The tags of whatever has an ARN. */
export function TagsTab(): JSX.Element {
  const [arn, setArn] = useQueryParam('arn');
  const [typed, setTyped] = useState(arn);
  const service = taggedServiceOf(arn);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setArn(typed.trim());
  };
  return (
    <SpaceBetween size="l">
      <form onSubmit={submit}>
        <Container
          header={
            <Header variant="h2" description={texts.hint}>
              {texts.title}
            </Header>
          }
        >
          <SpaceBetween size="m">
            <TextField
              label={texts.arn}
              placeholder="arn:aws:apigateway:us-east-1::/restapis/a1b2c3d4e5"
              value={typed}
              onChange={setTyped}
            />
            <Button disabled={typed.trim() === ''}>{texts.show}</Button>
          </SpaceBetween>
        </Container>
      </form>
      {arn !== '' && service === undefined && <Alert type="warning">{texts.unknown}</Alert>}
      {service !== undefined && <ResourceTags key={arn} service={service} arn={arn} />}
    </SpaceBetween>
  );
}

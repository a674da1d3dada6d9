import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { isPolicy } from '../../../parts/policy-editor/index.tsx';
import { simulator as texts } from '../../../texts/en/policy-simulator.ts';
import { hasPolicies, type Simulation } from './simulation.ts';
import { useContextKeys } from './use-simulation.ts';

interface Props {
  readonly draft: Simulation;
  onChange(changes: Partial<Simulation>): void;
}

/** Values of the condition keys that the policies ask for; shown where there are any. */
export function ContextFields({ draft, onChange }: Props): JSX.Element | undefined {
  const keys = useContextKeys(
    draft,
    hasPolicies(draft) && (draft.kind === 'entity' || isPolicy(draft.policy, 'identity')),
  );
  if (keys.error) return <ErrorAlert error={keys.error} retry={() => keys.refetch()} />;
  if (!keys.data || keys.data.length === 0) return undefined;
  return (
    <Container
      header={
        <Header variant="h2" description={texts.contextHint}>
          {texts.context}
        </Header>
      }
    >
      <ColumnLayout columns={2}>
        {keys.data.map((key) => (
          <FormField key={key} label={key}>
            <Input
              value={draft.context[key] ?? ''}
              autoComplete={false}
              onChange={({ detail }) => onChange({ context: { ...draft.context, [key]: detail.value } })}
            />
          </FormField>
        ))}
      </ColumnLayout>
    </Container>
  );
}

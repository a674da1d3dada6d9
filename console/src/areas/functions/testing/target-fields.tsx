import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import { QualifierField } from '../qualifier-field.tsx';
import { INVOCATION_TYPES, type InvocationType } from './invocation.ts';

const texts = functions.test;

interface Props {
  readonly functionName: string;
  readonly target: string;
  readonly type: InvocationType;
  onTarget(qualifier: string): void;
  onType(type: InvocationType): void;
}

/** What is run, and whether its result is waited for. */
export function TargetFields({ functionName, target, type, onTarget, onType }: Props): JSX.Element {
  return (
    <ColumnLayout columns={2}>
      <QualifierField label={texts.target} functionName={functionName} value={target} onChange={onTarget} />
      <FormField label={texts.type}>
        <RadioGroup
          ariaLabel={texts.type}
          value={type}
          onChange={({ detail }) => onType(INVOCATION_TYPES.find((each) => each === detail.value) ?? type)}
          items={INVOCATION_TYPES.map((value) => ({ value, label: texts.types[value] }))}
        />
      </FormField>
    </ColumnLayout>
  );
}

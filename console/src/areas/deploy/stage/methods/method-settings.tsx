import type { JSX } from 'react';
import { Overrides } from '../../../../parts/overrides.tsx';
import { stages } from '../../../../texts/en/stages.ts';
import type { StageProps } from '../stage-props.ts';
import { AddOverride } from './add-override.tsx';
import { type Row, settingColumns } from './columns.ts';
import { MethodForm } from './method-form.tsx';
import { RemoveOverride } from './remove-override.tsx';
import { ALL, nameOf, settingOf } from './setting.ts';

const texts = stages.methods;

/** Logging, metrics, throttling and caching: of all methods, and of those that differ. */
export function MethodSettings(props: StageProps): JSX.Element {
  return (
    <Overrides
      texts={texts}
      rows={rowsOf(props.stage)}
      columns={settingColumns}
      parameter="method"
      form={(key) => <MethodForm {...props} settingKey={key} />}
      addition={(onClose) => <AddOverride {...props} onClose={onClose} />}
      removal={(key, onClose) => <RemoveOverride {...props} settingKey={key} onClose={onClose} />}
    />
  );
}

function rowsOf(stage: StageProps['stage']): readonly [all: Row, ...own: Row[]] {
  const row = (key: string): Row => ({ key, name: nameOf(key), setting: settingOf(stage, key) });
  const own = Object.keys(stage.methodSettings ?? {}).filter((key) => key !== ALL);
  return [row(ALL), ...own.sort().map(row)];
}

import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { Read } from '../../../../data/index.ts';
import { PagedTable } from '../../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
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
  const [chosen, choose] = useQueryParam('method');
  const [dialog, setDialog] = useQueryParam('dialog');
  const rows = rowsOf(props.stage);
  const selected = rows.find(({ key }) => key === chosen) ?? (rows[0] as Row);
  const query = { data: rows, error: null, isPending: false, refetch: () => undefined } satisfies Read<readonly Row[]>;
  return (
    <SpaceBetween size="l">
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={query}
        columns={settingColumns}
        id={({ key }) => key}
        empty=""
        selected={[selected]}
        onSelect={([row]) => choose(row?.key === ALL ? '' : (row?.key ?? ''))}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={selected.key === ALL} onClick={() => setDialog('remove-override')}>
              {texts.remove}
            </Button>
            <Button onClick={() => setDialog('add-override')}>{texts.add}</Button>
          </SpaceBetween>
        }
      />
      {/* A form for each method: what was typed for one is not another's. */}
      <MethodForm key={selected.key} {...props} settingKey={selected.key} />
      {dialog === 'add-override' && <AddOverride {...props} onClose={() => setDialog('')} />}
      {dialog === 'remove-override' && selected.key !== ALL && (
        <RemoveOverride {...props} settingKey={selected.key} onClose={() => setDialog('')} />
      )}
    </SpaceBetween>
  );
}

function rowsOf(stage: StageProps['stage']): readonly Row[] {
  const own = Object.keys(stage.methodSettings ?? {}).filter((key) => key !== ALL);
  return [ALL, ...own.sort()].map((key) => ({ key, name: nameOf(key), setting: settingOf(stage, key) }));
}

import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { Read } from '../../../../data/index.ts';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { httpStages } from '../../../../texts/en/http-stages.ts';
import { compareRouteKeys } from '../../route-key.ts';
import type { Stage } from '../../use-http-api.ts';
import type { StageProps } from '../stage-props.ts';
import { AddOverride } from './add-override.tsx';
import { RemoveOverride } from './remove-override.tsx';
import { ALL, type Setting, settingOf, throttleOf } from './setting.ts';
import { SettingForm } from './setting-form.tsx';

const texts = httpStages.routes;

interface Row {
  readonly key: string;
  readonly setting: Setting;
}

/** Throttling and metrics: of all routes, and of those that differ. */
export function RouteSettings(props: StageProps): JSX.Element {
  const [chosen, choose] = useQueryParam('route');
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
        columns={COLUMNS}
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
      {/* A form for each route: what was typed for one is not another's. */}
      <SettingForm key={selected.key} {...props} routeKey={selected.key} />
      {dialog === 'add-override' && <AddOverride {...props} onClose={() => setDialog('')} />}
      {dialog === 'remove-override' && selected.key !== ALL && (
        <RemoveOverride {...props} routeKey={selected.key} onClose={() => setDialog('')} />
      )}
    </SpaceBetween>
  );
}

function rowsOf(stage: Stage): readonly Row[] {
  const own = Object.keys(stage.RouteSettings ?? {}).toSorted(compareRouteKeys);
  return [ALL, ...own].map((key) => ({ key, setting: settingOf(stage, key) }));
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'route',
    header: texts.columns.route,
    value: ({ key }) => (key === ALL ? texts.all : key),
    isRowHeader: true,
    minWidth: 160,
  },
  {
    id: 'throttle',
    header: texts.columns.throttle,
    value: ({ key, setting }) => throttleOf(setting) ?? (key === ALL ? texts.accountsThrottle : texts.ofAll),
    minWidth: 180,
  },
  {
    id: 'metrics',
    header: texts.columns.metrics,
    value: ({ key, setting: { DetailedMetricsEnabled: on } }) =>
      on === undefined && key !== ALL ? texts.ofAll : on ? texts.on : texts.off,
  },
];

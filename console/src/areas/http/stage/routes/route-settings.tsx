import type { JSX } from 'react';
import { Overrides } from '../../../../parts/overrides.tsx';
import type { Column } from '../../../../parts/paged-table.tsx';
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
  return (
    <Overrides
      texts={texts}
      rows={rowsOf(props.stage)}
      columns={COLUMNS}
      parameter="route"
      form={(key) => <SettingForm {...props} routeKey={key} />}
      addition={(onClose) => <AddOverride {...props} onClose={onClose} />}
      removal={(key, onClose) => <RemoveOverride {...props} routeKey={key} onClose={onClose} />}
    />
  );
}

function rowsOf(stage: Stage): readonly [all: Row, ...own: Row[]] {
  const row = (key: string): Row => ({ key, setting: settingOf(stage, key) });
  return [
    row(ALL),
    ...Object.keys(stage.RouteSettings ?? {})
      .toSorted(compareRouteKeys)
      .map(row),
  ];
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

import type { Column } from '../../../../parts/paged-table.tsx';
import { stages } from '../../../../texts/en/stages.ts';
import type { Setting } from './setting.ts';

const texts = stages.methods;

export interface Row {
  readonly key: string;
  readonly name: string;
  readonly setting: Setting;
}

export const settingColumns: readonly Column<Row>[] = [
  { id: 'method', header: texts.columns.method, value: ({ name }) => name, isRowHeader: true, minWidth: 160 },
  { id: 'logging', header: texts.columns.logging, value: ({ setting }) => texts.levels[setting.loggingLevel] },
  {
    id: 'metrics',
    header: texts.columns.metrics,
    value: ({ setting }) => (setting.metricsEnabled ? texts.on : texts.off),
  },
  {
    id: 'throttling',
    header: texts.columns.throttling,
    value: ({ setting: { throttlingRateLimit: rate, throttlingBurstLimit: burst } }) =>
      rate < 0 || burst < 0 ? texts.off : texts.rate(rate, burst),
    minWidth: 170,
  },
  {
    id: 'caching',
    header: texts.columns.caching,
    value: ({ setting }) => (setting.cachingEnabled ? texts.ttl(setting.cacheTtlInSeconds) : texts.off),
  },
];

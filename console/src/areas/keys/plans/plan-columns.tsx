import Link from '@cloudscape-design/components/link';
import { CopyText } from '../../../parts/copy-text.tsx';
import type { Column } from '../../../parts/paged-table.tsx';
import { usagePlans as texts } from '../../../texts/en/usage-plans.ts';
import { planPath, type UsagePlan } from './use-plans.ts';
import { quotaText, rateText } from './words.ts';

const { columns: headers } = texts;

export function planColumns(href: (path: string) => string): readonly Column<UsagePlan>[] {
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ name }) => name,
      cell: ({ id = '', name = id }) => <Link href={href(planPath(id))}>{name}</Link>,
      isRowHeader: true,
      minWidth: 140,
    },
    {
      id: 'id',
      header: headers.id,
      value: ({ id }) => id,
      cell: ({ id = '' }) => <CopyText text={id} />,
      minWidth: 120,
      isMinor: true,
    },
    {
      id: 'stages',
      header: headers.stages,
      value: ({ apiStages = [] }) => apiStages.map(({ apiId = '', stage = '' }) => `${apiId}/${stage}`).join(', '),
      cell: ({ apiStages = [] }) => texts.stageCount(apiStages.length),
      minWidth: 100,
    },
    { id: 'rate', header: headers.rate, value: ({ throttle }) => rateText(throttle), minWidth: 160 },
    { id: 'quota', header: headers.quota, value: ({ quota }) => quotaText(quota), minWidth: 150 },
    {
      id: 'description',
      header: headers.description,
      value: ({ description }) => description,
      minWidth: 160,
      isMinor: true,
    },
  ];
}

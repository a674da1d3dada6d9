import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { pools } from '../../../texts/en/pools.ts';
import type { Group } from './use-groups.ts';

const { columns: headers } = pools.groups;

export const GROUP_COLUMNS: readonly Column<Group>[] = [
  { id: 'name', header: headers.name, value: ({ GroupName }) => GroupName, isRowHeader: true, minWidth: 140 },
  { id: 'description', header: headers.description, value: ({ Description }) => Description, minWidth: 160 },
  { id: 'precedence', header: headers.precedence, value: ({ Precedence }) => Precedence, minWidth: 130 },
  { id: 'role', header: headers.role, value: ({ RoleArn }) => RoleArn, minWidth: 160 },
  {
    id: 'created',
    header: headers.created,
    value: ({ CreationDate }) => CreationDate?.getTime(),
    cell: ({ CreationDate }) => <Time date={CreationDate} />,
    minWidth: 180,
    isMinor: true,
  },
];

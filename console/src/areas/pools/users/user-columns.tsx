import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { EnabledState } from './enabled-state.tsx';
import { type ListedUser, userPath } from './use-users.ts';

const texts = pools.users;

export function userColumns(poolId: string, href: (path: string) => string): readonly Column<ListedUser>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'name',
      header: headers.name,
      value: ({ name }) => name,
      cell: ({ name }) => <Link href={href(userPath(poolId, name))}>{name}</Link>,
      isRowHeader: true,
      minWidth: 160,
    },
    { id: 'email', header: headers.email, value: ({ email }) => email, minWidth: 180 },
    { id: 'status', header: headers.status, value: ({ status }) => texts.statuses[status] ?? status, minWidth: 150 },
    {
      id: 'enabled',
      header: headers.enabled,
      value: ({ isEnabled }) => (isEnabled ? texts.enabled : texts.disabled),
      cell: ({ isEnabled }) => <EnabledState isEnabled={isEnabled} />,
      minWidth: 120,
    },
    {
      id: 'created',
      header: headers.created,
      value: ({ created }) => created?.getTime(),
      cell: ({ created }) => <Time date={created} />,
      minWidth: 180,
      isMinor: true,
    },
  ];
}

import Link from '@cloudscape-design/components/link';
import type { Column } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { functions } from '../../../texts/en/functions.ts';
import { functionPath } from '../addresses.ts';
import type { Configuration } from '../use-functions.ts';

const texts = functions.list.columns;

export function functionColumns(href: (path: string) => string): readonly Column<Configuration>[] {
  return [
    {
      id: 'name',
      header: texts.name,
      value: ({ FunctionName }) => FunctionName,
      cell: ({ FunctionName = '' }) => <Link href={href(functionPath(FunctionName))}>{FunctionName}</Link>,
      isRowHeader: true,
      minWidth: 180,
    },
    {
      id: 'description',
      header: texts.description,
      value: ({ Description }) => Description || undefined,
      isMinor: true,
    },
    { id: 'runtime', header: texts.runtime, value: ({ Runtime }) => Runtime, minWidth: 120 },
    { id: 'memory', header: texts.memory, value: ({ MemorySize }) => MemorySize },
    { id: 'timeout', header: texts.timeout, value: ({ Timeout }) => Timeout },
    {
      id: 'codeSize',
      header: texts.codeSize,
      value: ({ CodeSize }) => CodeSize,
      cell: ({ CodeSize = 0 }) => functions.size(CodeSize),
      minWidth: 110,
      isMinor: true,
    },
    {
      id: 'modified',
      header: texts.modified,
      value: ({ LastModified = '' }) => Date.parse(LastModified),
      cell: ({ LastModified }) => <Time date={LastModified === undefined ? undefined : new Date(LastModified)} />,
      minWidth: 180,
    },
  ];
}

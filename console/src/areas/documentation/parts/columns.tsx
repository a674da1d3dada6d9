import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Column } from '../../../parts/paged-table.tsx';
import { documentation } from '../../../texts/en/documentation.ts';
import type { Documented } from '../documented.ts';
import { partPath, placeText } from '../location.ts';

const texts = documentation.parts;
const SIGNS = { own: 'success', inherited: 'info', missing: 'pending' } as const;
/** What a list shows of a long text. */
const MAX_LENGTH = 120;

/** Where its content is from. */
export function statusOf({ own, inherited }: Documented): keyof typeof SIGNS {
  if (own) return 'own';
  return inherited ? 'inherited' : 'missing';
}

export function partColumns(apiId: string, href: (path: string) => string): readonly Column<Documented>[] {
  const { columns: headers } = texts;
  const typeOf = ({ location: { type } }: Documented): string => documentation.types[type] ?? type;
  return [
    { id: 'what', header: headers.what, value: typeOf, minWidth: 140 },
    {
      id: 'where',
      header: headers.where,
      value: ({ location }) => placeText(location),
      cell: ({ location }) => <Link href={href(partPath(apiId, location))}>{placeText(location)}</Link>,
      isRowHeader: true,
      minWidth: 180,
    },
    {
      id: 'status',
      header: headers.status,
      value: (one) => texts[statusOf(one)],
      cell: (one) => (
        <StatusIndicator type={SIGNS[statusOf(one)]} wrapText={false}>
          {texts[statusOf(one)]}
        </StatusIndicator>
      ),
      minWidth: 150,
    },
    { id: 'text', header: headers.text, value: ({ own, inherited }) => descriptionIn((own ?? inherited)?.properties) },
  ];
}

/** The description of a part's content, or what else it holds, in a line. */
function descriptionIn(properties: string | undefined): string | undefined {
  if (properties === undefined) return undefined;
  const text = readDescription(properties) ?? properties.replaceAll(/\s+/g, ' ');
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

function readDescription(properties: string): string | undefined {
  try {
    const { description, info } = JSON.parse(properties);
    const found: unknown = description ?? info?.description;
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

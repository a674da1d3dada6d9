import type { JSX } from 'react';
import { mapped, useOwn } from '../../../../data/index.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import { usePlanKeys } from '../keys/use-plan-keys.ts';
import { methodText } from '../methods/throttled-method.ts';
import type { UsagePlan } from '../use-plans.ts';

/** A throttle that is not full (docs/control-extensions.md, `GET /_sallyport/limits`). */
interface Bucket {
  readonly keyId: string;
  /** Of a throttle of one method; as the plan writes it. */
  readonly method?: string;
  readonly stage?: string;
  readonly apiId?: string;
  readonly rateLimit: number;
  readonly burstLimit: number;
  readonly tokens: number;
  /** Null where nothing comes back. */
  readonly fullInMs: number | null;
}

const texts = usagePlans.limits;
const REFRESH_MS = 2_000;

/** What the throttles of a plan have left in this moment. */
export function LiveLimits({ plan }: { readonly plan: UsagePlan }): JSX.Element {
  const { id: planId = '' } = plan;
  const keys = usePlanKeys(planId);
  const limits = useOwn<{ readonly buckets: readonly Bucket[] }>(
    `/_sallyport/limits?plan=${encodeURIComponent(planId)}`,
    { refetchInterval: REFRESH_MS },
  );
  const names = new Map(keys.data?.map(({ id, name }) => [id, name]));
  return (
    <PagedTable
      title={texts.title}
      description={texts.description}
      query={mapped(limits, ({ buckets }) => buckets)}
      columns={columns(names)}
      id={({ keyId, apiId = '', stage = '', method = '' }) => `${keyId} ${apiId} ${stage} ${method}`}
      empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
    />
  );
}

function columns(names: ReadonlyMap<string, string>): readonly Column<Bucket>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'key',
      header: headers.key,
      value: ({ keyId }) => names.get(keyId) ?? keyId,
      isRowHeader: true,
      minWidth: 140,
    },
    {
      id: 'what',
      header: headers.what,
      value: ({ method, stage }) => (method === undefined ? texts.ofPlan : `${stage}: ${methodText(method)}`),
      minWidth: 140,
    },
    {
      id: 'left',
      header: headers.left,
      value: ({ tokens }) => tokens,
      cell: ({ tokens, burstLimit }) => texts.left(tokens, burstLimit),
      minWidth: 140,
    },
    {
      id: 'rate',
      header: headers.rate,
      value: ({ rateLimit }) => rateLimit,
      cell: ({ rateLimit }) => texts.rate(rateLimit),
      minWidth: 120,
    },
    {
      id: 'full',
      header: headers.full,
      value: ({ fullInMs }) => fullInMs ?? Number.POSITIVE_INFINITY,
      cell: ({ fullInMs }) => (fullInMs === null ? texts.never : texts.seconds(fullInMs / 1_000)),
      minWidth: 100,
    },
  ];
}

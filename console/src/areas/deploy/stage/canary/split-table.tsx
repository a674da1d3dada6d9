import type { JSX } from 'react';
import { WrappedTable } from '../../../../parts/wrapped-table.tsx';
import { deploy } from '../../../../texts/en/deploy.ts';
import { parts } from '../../../../texts/en/parts.ts';
import type { ReleaseFigures, SplitFigures } from './use-split-metrics.ts';

const texts = deploy.split;

/** Figures of both releases. */
export function SplitTable({ figures: { current, canary } }: { readonly figures: SplitFigures }): JSX.Element {
  const all = current.requests + canary.requests;
  const rows = [
    row(texts.requests, (release) => String(release.requests)),
    row(texts.share, ({ requests }) => (all === 0 ? parts.none : texts.percent(requests / all))),
    row(texts.clientErrors, (release) => rateOf(release, release.clientErrors)),
    row(texts.serverErrors, (release) => rateOf(release, release.serverErrors)),
    row(texts.latency, ({ requests, latency }) => (requests === 0 ? parts.none : texts.ms(latency / requests))),
  ];
  function row(name: string, value: (release: ReleaseFigures) => string) {
    return { name, current: value(current), canary: value(canary) };
  }
  return (
    <WrappedTable
      variant="embedded"
      items={rows}
      trackBy="name"
      columnDefinitions={[
        { id: 'measure', header: texts.measure, cell: ({ name }) => name, isRowHeader: true },
        { id: 'current', header: texts.current, cell: (item) => item.current },
        { id: 'canary', header: texts.canary, cell: (item) => item.canary },
      ]}
    />
  );
}

function rateOf({ requests }: ReleaseFigures, errors: number): string {
  return requests === 0 ? parts.none : texts.rate(errors / requests, errors);
}

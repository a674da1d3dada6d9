import type { MetricDatum, MetricDimension, Scope } from '../../../model/index.ts';

type Unsampled = Omit<MetricDatum, 'sample'>;

interface Gathered {
  readonly datum: Unsampled;
  readonly counts: Map<number, number>;
}

/** Values of metrics until they are put together: equal ones of one time are counted. */
export class MetricBatch {
  private readonly scopes = new Map<string, { readonly scope: Scope; readonly data: Map<string, Gathered> }>();

  add(scope: Scope, datum: Unsampled, value: number): void {
    const place = `${scope.accountId}/${scope.region}`;
    const held = this.scopes.get(place) ?? { scope, data: new Map<string, Gathered>() };
    this.scopes.set(place, held);
    const second = 1000 * datum.storageResolution;
    const timestampMs = Math.floor(datum.timestampMs / second) * second;
    const key = keyOf(datum, timestampMs);
    const gathered = held.data.get(key) ?? { datum: { ...datum, timestampMs }, counts: new Map<number, number>() };
    held.data.set(key, gathered);
    gathered.counts.set(value, (gathered.counts.get(value) ?? 0) + 1);
  }

  /** Gives what was gathered, and begins anew. */
  take(): readonly { readonly scope: Scope; readonly data: readonly MetricDatum[] }[] {
    const taken = [...this.scopes.values()].map(({ scope, data }) => ({
      scope,
      data: [...data.values()].map(({ datum, counts }) => ({
        ...datum,
        sample: { values: [...counts.keys()], counts: [...counts.values()] },
      })),
    }));
    this.scopes.clear();
    return taken;
  }
}

function keyOf({ namespace, metricName, dimensions, unit, storageResolution }: Unsampled, timestampMs: number): string {
  return JSON.stringify([namespace, metricName, unit, storageResolution, timestampMs, ...dimensions.flatMap(pair)]);
}

function pair({ name, value }: MetricDimension): readonly string[] {
  return [name, value];
}

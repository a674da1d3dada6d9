import type { Alias } from '../use-versions.ts';

/** An alias as it is filled in. */
export interface AliasDraft {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  /** A second version that takes some of the calls; empty for none. */
  readonly second: string;
  /** Of the calls, to the second version. */
  readonly percent: number;
}

interface Share {
  readonly version: string;
  /** 0 to 100. */
  readonly percent: number;
}

/** Which versions an alias leads to, and how many of a hundred calls to each. */
export function sharesOf({ FunctionVersion = '', RoutingConfig }: Alias): readonly Share[] {
  const others = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {}).map(([version, weight]) => ({
    version,
    percent: toPercent(weight ?? 0),
  }));
  const rest = 100 - others.reduce((sum, { percent }) => sum + percent, 0);
  return [{ version: FunctionVersion, percent: toPercent(rest / 100) }, ...others];
}

export function draftOf(alias: Alias | undefined): AliasDraft {
  const [first, second] = alias ? sharesOf(alias) : [];
  return {
    name: alias?.Name ?? '',
    description: alias?.Description ?? '',
    version: first?.version ?? '',
    second: second?.version ?? '',
    percent: second?.percent ?? 10,
  };
}

/** What `CreateAlias` and `UpdateAlias` are given; no weights are told as an empty map, which takes away those that were there. */
export function aliasInput({ name, description, version, second, percent }: AliasDraft) {
  return {
    Name: name.trim(),
    FunctionVersion: version,
    Description: description,
    RoutingConfig: { AdditionalVersionWeights: second === '' ? {} : { [second]: percent / 100 } },
  };
}

/** Without the noise of binary fractions. */
function toPercent(weight: number): number {
  return Math.round(weight * 10_000) / 100;
}

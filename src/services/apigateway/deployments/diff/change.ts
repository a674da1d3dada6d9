/** How much a change means for clients of an API: they fail, they may, or they notice nothing or something new. */
export type Risk = 'breaking' | 'risky' | 'safe';

export type SubjectKind = 'api' | 'method' | 'authorizer' | 'model' | 'request validator' | 'gateway response';

/** One thing that differs between two states of an API. */
export interface ApiChange {
  readonly kind: SubjectKind;
  /** `GET /pets`, or a name; of a gateway response its type. */
  readonly where: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The worst of its values'. */
  readonly risk: Risk;
  /** What differs in it; empty for one that came or went. */
  readonly values: readonly ChangedValue[];
}

/** One value that differs; absent where there is none. */
export interface ChangedValue {
  /** Member names, from the outside in: `['integration', 'uri']`. */
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly risk: Risk;
}

const ORDER: readonly Risk[] = ['safe', 'risky', 'breaking'];

/** @returns `safe` where there is none */
export function worstOf(risks: readonly Risk[]): Risk {
  return ORDER[Math.max(0, ...risks.map((risk) => ORDER.indexOf(risk)))] ?? 'safe';
}

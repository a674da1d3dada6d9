/** A request target in its parts, percent-encoding untouched. */
export interface Target {
  /** Begins with `/`. */
  readonly path: string;
  /** Without the `?`. */
  readonly query: string;
  /** The authority of an absolute-form target, which counts instead of the Host field (RFC 9112 section 3.2.2). */
  readonly authority?: string;
}

/** Splits a request target of origin or absolute form (RFC 9112 section 3.2); undefined for any other. */
export function splitTarget(target: string): Target | undefined {
  // A fragment is no part of a target, and what follows a stray one would be read differently further on.
  if (target.includes('#')) return undefined;
  if (target.startsWith('/')) return splitQuery(target);
  const scheme = /^https?:\/\//i.exec(target)?.[0];
  if (scheme === undefined) return undefined;
  const end = target.slice(scheme.length).search(/[/?]/);
  const authority = end < 0 ? target.slice(scheme.length) : target.slice(scheme.length, scheme.length + end);
  const rest = end < 0 ? '' : target.slice(scheme.length + end);
  return { ...splitQuery(rest.startsWith('/') ? rest : `/${rest}`), authority };
}

function splitQuery(text: string): Target {
  const question = text.indexOf('?');
  return question < 0 ? { path: text, query: '' } : { path: text.slice(0, question), query: text.slice(question + 1) };
}

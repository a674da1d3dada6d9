import { type CompiledPolicy, compilePolicy } from './compile-policy.ts';

/** A policy document as JSON text, with the name by which decisions tell of it. */
interface Text {
  readonly name: string;
  readonly document: string;
}

/** The policies of a caller, ready to be asked. */
export interface CompiledPolicies {
  readonly identity: readonly CompiledPolicy[];
  readonly boundary: CompiledPolicy | undefined;
  readonly session: readonly CompiledPolicy[];
}

/** @throws {PolicySyntaxError} which refuses the caller: a policy of his that cannot be read might deny */
export function compilePolicies(texts: {
  readonly identity: readonly Text[];
  readonly boundary?: Text;
  readonly session?: readonly Text[];
}): CompiledPolicies {
  const { identity, boundary, session = [] } = texts;
  const one = ({ name, document }: Text) => compilePolicy(JSON.parse(document), 'identity', name);
  return { identity: identity.map(one), boundary: boundary && one(boundary), session: session.map(one) };
}

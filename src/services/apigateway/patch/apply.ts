import { isPatchOp, type PatchOperation } from './operation.ts';
import { type Captures, compilePattern } from './pattern.ts';
import type { PatchRule, PatchTable } from './table.ts';

/** Carries out the operations of one `Update*` call in order, all of them or none: what comes out is a new entity. */
export type Patch<T> = (entity: T, operations: readonly PatchOperation[] | undefined) => T;

/**
 * Compiles a patch table.
 * @returns the function that patches; it throws the `ServiceError` with AWS's text for the first operation that the table
 *   refuses or whose value a rule refuses
 */
export function compilePatch<T>(table: PatchTable<T>): Patch<T> {
  const rules = table.rules.map((rule) => ({ rule, match: compilePattern(rule.path) }));

  const applyOne = (entity: T, operation: PatchOperation): T => {
    const path = operation.path ?? 'null';
    const found = findRule(rules, path);
    const effect = found && isPatchOp(operation.op) ? found.rule.effects[operation.op] : undefined;
    if (found && effect) {
      return effect(entity, { path, captures: found.captures, value: operation.value, from: operation.from });
    }
    if (found?.rule.refuseOp) throw found.rule.refuseOp();
    throw table.refuse({
      op: operation.op,
      path,
      from: operation.from,
      allowedOps: found ? Object.keys(found.rule.effects).filter(isPatchOp) : [],
      allowedPaths: table.rules
        .filter(({ effects }) => operation.op && operation.op in effects)
        .map((rule) => rule.path),
    });
  };
  return (entity, operations) => (operations ?? []).reduce(applyOne, entity);
}

function findRule<T>(
  rules: readonly { rule: PatchRule<T>; match: (path: string) => Captures | undefined }[],
  path: string,
): { rule: PatchRule<T>; captures: Captures } | undefined {
  for (const { rule, match } of rules) {
    const captures = match(path);
    if (captures) return { rule, captures };
  }
  return undefined;
}

/** A change of a managed resource that Terraform announced before it made it. */
export interface PlannedChange {
  /** The module that has the resource. */
  readonly module: string;
  /** Within its module. */
  readonly address: string;
  readonly type: string;
  /** As Terraform names it: `update` is one in place. */
  readonly action: string;
  readonly isImport: boolean;
}

/** Reads them out of what `apply -json` prints, ordered by address (machine-readable UI, message type `planned_change`). */
export function plannedChanges(output: string): readonly PlannedChange[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ type, change }) => type === 'planned_change' && !change.resource.resource.startsWith('data.'))
    .map(({ change: { resource, action, importing } }) => ({
      module: resource.module.replace('module.', ''),
      address: resource.resource,
      type: resource.resource_type,
      action,
      isImport: importing !== undefined,
    }))
    .toSorted((one, other) => (one.address < other.address ? -1 : 1));
}

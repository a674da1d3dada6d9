import type { Input } from '../../../aws/index.ts';
import { linesOf } from '../lines.ts';

/** What is asked of the simulator. */
export interface Simulation {
  /** Whose policies: those of a user, group or role, or one that is written here. */
  readonly kind: 'entity' | 'custom';
  /** Of `entity`: its ARN; empty while nobody is chosen. */
  readonly source: string;
  /** Of `custom`: the policy. */
  readonly policy: string;
  readonly actions: readonly string[];
  /** ARNs, one a line; none is `*`. */
  readonly resources: string;
  /** Of the resources; empty for none. */
  readonly resourcePolicy: string;
  /** By condition key; what is empty is not sent. */
  readonly context: Readonly<Record<string, string>>;
}

/** Whether it is said whose policies are looked at. */
export function hasPolicies({ kind, source, policy }: Pick<Simulation, 'kind' | 'source' | 'policy'>): boolean {
  return (kind === 'entity' ? source : policy.trim()) !== '';
}

export function isWhole(simulation: Simulation): boolean {
  return simulation.actions.length > 0 && hasPolicies(simulation);
}

type Asked = Pick<
  Input<'iam', 'simulateCustomPolicy'>,
  'ActionNames' | 'ResourceArns' | 'ResourcePolicy' | 'ContextEntries'
>;

/** What both operations take. */
export function askedOf({ actions, resources, resourcePolicy, context }: Simulation): Asked {
  const arns = linesOf(resources);
  const entries = Object.entries(context).filter(([, value]) => value.trim() !== '');
  return {
    ActionNames: [...actions],
    ...(arns.length > 0 && { ResourceArns: arns }),
    ...(resourcePolicy.trim() !== '' && { ResourcePolicy: resourcePolicy }),
    ...(entries.length > 0 && { ContextEntries: entries.map(([name, value]) => entryOf(name, value)) }),
  };
}

/** Several values stand between commas. */
function entryOf(name: string, value: string) {
  const values = value.split(',').map((each) => each.trim());
  return {
    ContextKeyName: name,
    ContextKeyValues: values,
    ContextKeyType: values.length > 1 ? ('stringList' as const) : ('string' as const),
  };
}

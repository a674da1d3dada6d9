import type { CompiledPolicy } from '../policy/index.ts';
import type { Call } from './call.ts';

/** One thing that a caller must be allowed to do before his call is handled. */
export interface Demand {
  /** Such as `lambda:InvokeFunction`. */
  readonly action: string;
  /** The ARN, or `*` where AWS knows no resource for the action. */
  readonly resource: string;
  /** Condition keys of this action beside those that every call has, by name in lower case. */
  readonly keys?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The resource's own policy, where it has one. */
  readonly resourcePolicy?: CompiledPolicy | undefined;
  /** Whether that policy must allow in any case, as the trust policy of a role. */
  readonly resourceMustAllow?: boolean;
  /** What else must be allowed, where finding that out is work that is done for nobody who may not even do this. */
  further?(): Promise<readonly Demand[]>;
}

/** What a rule knows of an operation besides its input. */
export interface OperationFacts {
  /** As AWS spells it: `CreateRestApi`. */
  readonly name: string;
  /** Method and path template, of a REST service. */
  readonly http?: { readonly method: string; readonly uri: string };
}

/**
 * What a service demands of callers, operation by operation (AWS Service Authorization Reference). All that is given must be
 * allowed; nothing, where anybody with good credentials may call. May reject with the error that the handler would.
 */
export type AccessRules = (
  operation: OperationFacts,
  input: Readonly<Record<string, unknown>>,
  call: Call,
) => Promise<readonly Demand[]> | readonly Demand[];

/** The demands of single operations, by handler; an input's type is its handler's. */
export type AccessTable<ServiceHandlers> = {
  readonly [Name in keyof ServiceHandlers]?: (
    input: NonNullable<ServiceHandlers[Name]> extends (input: infer Input, call: Call) => unknown ? Input : never,
    call: Call,
  ) => Promise<readonly Demand[]> | readonly Demand[];
};

/**
 * Rules from a table. An operation that is not in it demands the action of its own name on `*`, as AWS has it for operations
 * without resource types.
 * @param vendor what stands before the colon of the service's actions
 */
export function accessRules<ServiceHandlers>(vendor: string, table: AccessTable<ServiceHandlers>): AccessRules {
  const rules = new Map<string, (input: never, call: Call) => Promise<readonly Demand[]> | readonly Demand[]>(
    Object.entries(table),
  );
  return (operation, input, call) => {
    const rule = rules.get(operation.name.charAt(0).toLowerCase() + operation.name.slice(1));
    // The schema that decoded the input is the one that the rule's type was read from.
    return rule ? rule(input as never, call) : [{ action: `${vendor}:${operation.name}`, resource: '*' }];
  };
}

/** One action that policies can name, such as `lambda:InvokeFunction`. */
export interface PolicyAction {
  readonly name: string;
  /** As the Service Authorization Reference groups them: `Read`, `List`, `Write`, `Permissions management`, `Tagging`. */
  readonly level: string;
}

/** Actions by service, as policies write it. */
export type ActionsByService = ReadonlyMap<string, readonly PolicyAction[]>;

let loading: Promise<ActionsByService> | undefined;

/** The actions of the services that are here (`console/build/policy-actions.ts`); fetched once, again after a failure. */
export function loadActions(): Promise<ActionsByService> {
  loading ??= fetchActions();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function fetchActions(): Promise<ActionsByService> {
  const { default: services } = await import('virtual:policy-actions');
  return new Map(
    Object.entries(services).map(([service, actions]) => [
      service,
      actions.map(([name, level]) => ({ name: `${service}:${name}`, level })),
    ]),
  );
}

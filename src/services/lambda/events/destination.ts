/** Where the record of an event goes, or a dead letter. */
export interface Destination {
  readonly kind: 'function' | 'queue' | 'topic' | 'bus';
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** Of the queue, topic or bus; of a function its name with a qualifier, if it has one. */
  readonly name: string;
}

const KINDS: Readonly<Record<string, readonly [kind: Destination['kind'], name: RegExp]>> = {
  lambda: ['function', /^function:([\w-]+(?::[$\w-]+)?)$/],
  sqs: ['queue', /^([\w-]+(?:\.fifo)?)$/],
  sns: ['topic', /^([\w-]+(?:\.fifo)?)$/],
  events: ['bus', /^event-bus\/([\w./-]+)$/],
};

/** Undefined for an ARN that cannot be a destination here. */
export function parseDestination(arn: string): Destination | undefined {
  const [prefix, partition = '', service = '', region = '', accountId = '', ...rest] = arn.split(':');
  const known = Object.hasOwn(KINDS, service) ? KINDS[service] : undefined;
  if (prefix !== 'arn' || known === undefined || !/^aws[\w-]*$/.test(partition)) return undefined;
  if (!/^[a-z0-9-]+$/.test(region) || !/^\d{12}$/.test(accountId)) return undefined;
  const name = known[1].exec(rest.join(':'))?.[1];
  return name === undefined ? undefined : { kind: known[0], arn, partition, region, accountId, name };
}

/** Where the record of an event goes, or a dead letter. */
export interface Destination {
  readonly kind: 'function' | 'queue' | 'topic' | 'bus' | 'bucket';
  readonly arn: string;
  readonly partition: string;
  /** Empty for a bucket, whose ARN does not say. */
  readonly region: string;
  /** Empty for a bucket. */
  readonly accountId: string;
  /** Of the queue, topic, bus or bucket; of a function its name with a qualifier, if it has one. */
  readonly name: string;
}

const KINDS: Readonly<Record<string, readonly [kind: Destination['kind'], name: RegExp]>> = {
  lambda: ['function', /^function:([\w-]+(?::[$\w-]+)?)$/],
  sqs: ['queue', /^([\w-]+(?:\.fifo)?)$/],
  sns: ['topic', /^([\w-]+(?:\.fifo)?)$/],
  events: ['bus', /^event-bus\/([\w./-]+)$/],
  s3: ['bucket', /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/],
};

/** Undefined for an ARN that cannot be a destination here. */
export function parseDestination(arn: string): Destination | undefined {
  const [prefix, partition = '', service = '', region = '', accountId = '', ...rest] = arn.split(':');
  const known = Object.hasOwn(KINDS, service) ? KINDS[service] : undefined;
  if (prefix !== 'arn' || known === undefined || !/^aws[\w-]*$/.test(partition)) return undefined;
  const [kind, pattern] = known;
  const isPlaced = /^[a-z0-9-]+$/.test(region) && /^\d{12}$/.test(accountId);
  if (kind === 'bucket' ? region !== '' || accountId !== '' : !isPlaced) return undefined;
  const name = pattern.exec(rest.join(':'))?.[1];
  return name === undefined ? undefined : { kind, arn, partition, region, accountId, name };
}

/** What a function's role must allow for a destination (Lambda guide, "Adding a destination" and "Dead-letter queues"). */
export function deliveryAction({ kind, arn }: Destination): { readonly action: string; readonly resource: string } {
  switch (kind) {
    case 'function':
      return { action: 'lambda:InvokeFunction', resource: arn };
    case 'queue':
      return { action: 'sqs:SendMessage', resource: arn };
    case 'topic':
      return { action: 'sns:Publish', resource: arn };
    case 'bus':
      return { action: 'events:PutEvents', resource: arn };
    case 'bucket':
      return { action: 's3:PutObject', resource: `${arn}/*` };
  }
}

import { notSupported, validationError } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** What an action does. */
export type AlarmAction =
  | { readonly kind: 'sns'; readonly topicArn: string; readonly region: string; readonly partition: string }
  | { readonly kind: 'lambda'; readonly functionArn: string }
  /** Sallyport's own: where it goes stands in the settings under this name, so no caller can have any address called. */
  | { readonly kind: 'webhook' | 'email'; readonly name: string };

/** Names of webhooks and mail addresses that the settings have. */
export interface ConfiguredActions {
  readonly webhooks: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
}

const SNS = /^arn:(aws[\w-]*):sns:([a-z0-9-]+):\d{12}:[\w-]{1,256}(?:\.fifo)?$/;
const LAMBDA = /^arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}(?::[\w$-]{1,128})?$/;
const OWN = /^arn:aws:sallyport:[a-z0-9-]*:\d{0,12}:(webhook|email)\/([\w.-]{1,64})$/;
const ANY_ARN = /^arn:[\w-]+:[\w-]+:[\w-]*:.+$/;

/** @returns undefined for what is no ARN of an action that is taken here */
export function readAction(arn: string): AlarmAction | undefined {
  const [, partition, region] = SNS.exec(arn) ?? [];
  if (partition !== undefined && region !== undefined) return { kind: 'sns', topicArn: arn, region, partition };
  if (LAMBDA.test(arn)) return { kind: 'lambda', functionArn: arn };
  const [, kind, name] = OWN.exec(arn) ?? [];
  return name === undefined ? undefined : { kind: kind === 'email' ? 'email' : 'webhook', name };
}

/**
 * An alarm's actions for one state.
 * @throws {ServiceError} for what is no ARN, what AWS has and Sallyport has not, and names that no setting has
 */
export function checkActions(
  given: readonly string[] | undefined,
  member: string,
  configured: ConfiguredActions,
): readonly string[] {
  const actions = given ?? [];
  if (actions.length > LIMITS.actions) {
    throw validationError(`${member} must have at most ${LIMITS.actions} members`);
  }
  for (const arn of actions) checkAction(arn, configured);
  return actions;
}

function checkAction(arn: string, { webhooks, emails }: ConfiguredActions): void {
  const action = arn.length <= LIMITS.actionLength ? readAction(arn) : undefined;
  if (action === undefined) {
    // As users of AWS report it.
    if (!ANY_ARN.test(arn) || arn.length > LIMITS.actionLength) throw validationError(`Invalid arn syntax: ${arn}`);
    throw notSupported(
      `alarm actions like ${arn}; it takes SNS topics, Lambda functions and its own webhooks and e-mails`,
    );
  }
  if (action.kind !== 'webhook' && action.kind !== 'email') return;
  if ((action.kind === 'webhook' ? webhooks : emails).has(action.name)) return;
  throw validationError(`The setting alarm-${action.kind}s has no ${action.name}, which ${arn} names`);
}

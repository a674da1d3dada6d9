import type { AwsClient, FunctionInvoker } from '../../../model/index.ts';
import { alarmArn, type DueDelivery, readAction } from '../../../services/cloudwatch/index.ts';
import type { Settings } from '../../settings/index.ts';
import { ActionError } from './action-error.ts';

/** What actions are taken with. */
export interface ActionMeans {
  readonly aws: AwsClient;
  readonly functions: FunctionInvoker;
  readonly settings: Pick<Settings, 'alarmWebhooks' | 'alarmEmails' | 'smtpUrl' | 'smtpFrom'>;
}

/**
 * Takes an alarm's action.
 * @returns what was sent
 * @throws {ActionError} and what networks throw
 */
export async function takeAction(
  { aws, functions, settings }: ActionMeans,
  { scope, delivery }: DueDelivery,
  signal: AbortSignal,
): Promise<string> {
  const { id, message } = delivery;
  const action = readAction(delivery.action);
  switch (action?.kind) {
    case 'sns': {
      const { publishToTopic } = await import('./sns.ts');
      return publishToTopic(aws, action, message);
    }
    case 'lambda': {
      const { callFunction } = await import('./lambda.ts');
      return callFunction(functions, action.functionArn, alarmArn(scope, delivery.alarm.alarmName), message);
    }
    case 'webhook': {
      const url = settings.alarmWebhooks[action.name]?.reveal();
      if (url === undefined) throw new ActionError(`The setting alarm-webhooks has no ${action.name}.`, true);
      const { callWebhook } = await import('./webhook.ts');
      return callWebhook(url, id, message, signal);
    }
    case 'email': {
      const to = settings.alarmEmails[action.name];
      const smtpUrl = settings.smtpUrl?.reveal();
      if (to === undefined) throw new ActionError(`The setting alarm-emails has no ${action.name}.`, true);
      if (smtpUrl === undefined) throw new ActionError('The setting smtp-url names no mail server.', true);
      const { sendMail } = await import('./email.ts');
      return sendMail({ smtpUrl, from: settings.smtpFrom, to }, id, message);
    }
    default:
      throw new ActionError(`${delivery.action} is no action that Sallyport takes.`, true);
  }
}

import type { AlarmMessage } from '../../../services/cloudwatch/index.ts';
import { ActionError } from './action-error.ts';

const TIMEOUT_MS = 10_000;

/**
 * Calls a webhook of the settings with what SNS would be told. It follows no redirect: the settings alone say what is called.
 * @param deliveryId the same for every try, by which the receiver knows a delivery again
 * @returns what was sent
 */
export async function callWebhook(
  url: string,
  deliveryId: string,
  { notification }: AlarmMessage,
  signal: AbortSignal,
): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Sallyport-Delivery': deliveryId },
    body: notification,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  await response.body?.cancel();
  if (response.ok) return notification;
  throw new ActionError(`The webhook answered ${response.status}.`, false);
}

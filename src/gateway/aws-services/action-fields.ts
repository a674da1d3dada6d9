/**
 * How services name an operation in a request's head. AWS itself takes the operation's name from the query as API Gateway sends
 * it; what stands in for AWS understands the form that the SDKs send.
 */

/** Prefix of operations' names and version of the format, by service (service models: `targetPrefix`, `jsonVersion`). */
const JSON_SERVICES: Readonly<Record<string, readonly [prefix: string, version: '1.0' | '1.1']>> = {
  dynamodb: ['DynamoDB_20120810', '1.0'],
  firehose: ['Firehose_20150804', '1.1'],
  kinesis: ['Kinesis_20131202', '1.1'],
  states: ['AWSStepFunctions', '1.0'],
};

/** Header fields as a flat list. */
type Fields = readonly string[];

/** For services that speak JSON; undefined for those that want the header from their user (EventBridge), and all others. */
export function jsonActionFields(service: string, action: string): Fields | undefined {
  const known = Object.hasOwn(JSON_SERVICES, service) ? JSON_SERVICES[service] : undefined;
  return known && ['Content-Type', `application/x-amz-json-${known[1]}`, 'X-Amz-Target', `${known[0]}.${action}`];
}

/** For an operation whose parameters are a form. */
export const FORM_FIELDS: Fields = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'];

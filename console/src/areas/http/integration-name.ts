import { http as texts } from '../../texts/en/http.ts';
import type { Integration } from './use-http-api.ts';

/** `integrations/ID`, as routes name what they lead to. */
export function integrationIdOf(target: string | undefined): string {
  return target?.replace(/^integrations\//, '') ?? '';
}

/** A function's ARN by itself, however the integration spells it. */
export function functionArnOf(uri = ''): string {
  return uri.replace(/^.*\/functions\//, '').replace(/\/invocations$/, '');
}

/** What an integration leads to, in a line. */
export function integrationName({ IntegrationType, IntegrationMethod, IntegrationUri = '' }: Integration): string {
  if (IntegrationType === 'AWS_PROXY') return texts.integration.toFunction(functionNameOf(IntegrationUri));
  return `${IntegrationMethod ?? 'ANY'} ${IntegrationUri}`;
}

/** With the version or alias, if the ARN has one. */
function functionNameOf(uri: string): string {
  const arn = functionArnOf(uri);
  return /:function:(.+)$/.exec(arn)?.[1] ?? arn;
}

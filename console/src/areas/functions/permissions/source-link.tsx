import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { useHref, useRegion } from '../../../routing/index.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { type ApiSource, apiSourceOf } from './statement.ts';

const texts = functionSettings.permissions;

/** What calls a function, with a link to the method or the authorizer where it is one of this region. */
export function SourceLink({ arn }: { readonly arn: string | undefined }): JSX.Element {
  const region = useRegion();
  const source = apiSourceOf(arn);
  if (!source || source.region !== region) return <>{arn ?? texts.anySource}</>;
  return <ApiLink source={source} />;
}

function ApiLink({ source }: { readonly source: ApiSource }): JSX.Element {
  const href = useHref();
  const { apiId, authorizerId, verb, path } = source;
  const rest = useAll('apigateway', 'getRestApis', { limit: 500 }, (page) => page.items);
  const http = useAll('apigatewayv2', 'getApis', { MaxResults: '500' }, (page) => page.Items);
  const api = rest.data?.find(({ id }) => id === apiId);
  const name = api?.name ?? http.data?.find(({ ApiId }) => ApiId === apiId)?.Name ?? apiId;
  if (authorizerId !== undefined) {
    return <Link href={href(`/apis/${apiId}/authorizers`)}>{texts.authorizerOf(name)}</Link>;
  }
  const text = texts.methodOf(name, verb, path);
  if (api) return <MethodLink source={source} text={text} />;
  return <Link href={href(`/apis/${apiId}/routes`)}>{text}</Link>;
}

/** Leads to the method itself where there is one of that path. */
function MethodLink({ source, text }: { readonly source: ApiSource; readonly text: string }): JSX.Element {
  const href = useHref();
  const { apiId, verb, path } = source;
  const resources = useAll('apigateway', 'getResources', { restApiId: apiId, limit: 500 }, (page) => page.items);
  const found = resources.data?.find((resource) => resource.path?.replaceAll(/\{[^}]+\}/g, '*') === path);
  const method = verb === '*' ? 'ANY' : verb;
  const hasMethod = found?.resourceMethods && method in found.resourceMethods;
  const place = found ? `/${found.id}${hasMethod ? `/${method}` : ''}` : '';
  return <Link href={href(`/apis/${apiId}/resources${place}`)}>{text}</Link>;
}

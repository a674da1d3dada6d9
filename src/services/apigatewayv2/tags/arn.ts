import type { Scope } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** What can carry tags in version 2 of the API. */
export type TaggedResource =
  | { readonly kind: 'Api'; readonly apiId: string }
  | { readonly kind: 'Stage'; readonly apiId: string; readonly stageName: string }
  | { readonly kind: 'DomainName'; readonly domainName: string };

/**
 * Reads `arn:aws:apigateway:REGION::/apis/ID[/stages/NAME]` or `.../domainnames/NAME` (guide page arn-format-reference).
 * @throws {ServiceError} 400 for any other ARN, and for one of another region
 */
export function readTaggedArn(arn: string, { region }: Scope): TaggedResource {
  const [, named, path = ''] = /^arn:[\w-]+:apigateway:([\w-]+)::\/(.+)$/.exec(arn) ?? [];
  const [, apiId, stageName] = /^apis\/([\w.-]+)(?:\/stages\/([\w$-]+))?$/.exec(path) ?? [];
  const domainName = /^domainnames\/([\w.*-]+)$/.exec(path)?.[1];
  if (named !== region) throw badRequest('Invalid ARN specified in the request');
  if (domainName !== undefined) return { kind: 'DomainName', domainName };
  if (apiId === undefined) throw badRequest('Invalid ARN specified in the request');
  return stageName === undefined ? { kind: 'Api', apiId } : { kind: 'Stage', apiId, stageName };
}

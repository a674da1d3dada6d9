import { badRequest } from '../errors.ts';

/** What can carry tags. */
export type TaggedResource =
  | { readonly kind: 'RestApi'; readonly restApiId: string }
  | { readonly kind: 'Stage'; readonly restApiId: string; readonly stageName: string };

/**
 * Reads the ARN of something that carries tags: `arn:aws:apigateway:REGION::/restapis/ID[/stages/NAME]` (features A1.11;
 * guide page arn-format-reference).
 * @param region where the caller's things lie
 * @throws {ServiceError} 400 for any other ARN, and for one of another region
 */
export function readTaggedArn(arn: string, region: string): TaggedResource {
  const match =
    /^arn:[\w-]+:apigateway:(?<region>[\w-]+)::\/restapis\/(?<restApiId>[\w-]+)(?:\/stages\/(?<stageName>[\w-]+))?$/.exec(
      arn,
    );
  const { restApiId, stageName, region: named } = match?.groups ?? {};
  if (restApiId === undefined || named !== region) throw badRequest('Invalid ARN specified in the request');
  return stageName === undefined ? { kind: 'RestApi', restApiId } : { kind: 'Stage', restApiId, stageName };
}

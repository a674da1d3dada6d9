/** An AWS integration's URI, taken apart (fact D67). */
export interface ServiceUri {
  /** `aws`, `aws-cn` or another partition. */
  readonly partition: string;
  readonly region: string;
  /** The service's name, such as `s3`. */
  readonly service: string;
  /** What stands before the service's name: a bucket, for example. */
  readonly subdomain: string | undefined;
  /** `action`: the name of an operation; `path`: a path of the service's interface. */
  readonly kind: 'action' | 'path';
  /** What follows the kind and a slash: an operation with parameters, or a path with a query; may hold placeholders. */
  readonly target: string;
}

const SERVICE_URI = /^arn:([\w-]+):apigateway:([\w-]*):(?:([^:]+)\.)?([^:.]+):(action|path)\/(.*)$/s;

/**
 * Reads `arn:aws:apigateway:REGION:[SUBDOMAIN.]SERVICE:action/NAME&PARAMETERS` or `...:path/PATH`.
 * @returns undefined for any other text
 */
export function parseServiceUri(uri: string): ServiceUri | undefined {
  const parts = SERVICE_URI.exec(uri);
  if (parts === null) return undefined;
  const [, partition = '', region = '', subdomain, service = '', kind, target = ''] = parts;
  return { partition, region, service, subdomain, kind: kind === 'action' ? 'action' : 'path', target };
}

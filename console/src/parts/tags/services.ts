import type { AwsClient, Service } from '../../aws/index.ts';

export type Tags = Readonly<Record<string, string>>;

/** How a service reads and changes the tags of what an ARN names. */
interface Tagging {
  read(aws: AwsClient, arn: string): Promise<Tags>;
  /** Sets some; others stay. */
  set(aws: AwsClient, arn: string, tags: Tags): Promise<unknown>;
  remove(aws: AwsClient, arn: string, keys: string[]): Promise<unknown>;
}

/** A list of tags, as some services write them, as a map. */
export interface ListedTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Those whose tags an ARN leads to; IAM names each kind of thing by an operation of its own. */
export const TAGGING = {
  acm: {
    read: async (aws, CertificateArn) =>
      mapOf((await aws.call('acm', 'listTagsForCertificate', { CertificateArn })).Tags),
    set: (aws, CertificateArn, tags) => aws.call('acm', 'addTagsToCertificate', { CertificateArn, Tags: listOf(tags) }),
    remove: (aws, CertificateArn, keys) =>
      aws.call('acm', 'removeTagsFromCertificate', { CertificateArn, Tags: keys.map((Key) => ({ Key })) }),
  },
  apigateway: {
    read: async (aws, resourceArn) => (await aws.call('apigateway', 'getTags', { resourceArn })).tags ?? {},
    set: (aws, resourceArn, tags) => aws.call('apigateway', 'tagResource', { resourceArn, tags }),
    remove: (aws, resourceArn, tagKeys) => aws.call('apigateway', 'untagResource', { resourceArn, tagKeys }),
  },
  apigatewayv2: {
    read: async (aws, ResourceArn) => (await aws.call('apigatewayv2', 'getTags', { ResourceArn })).Tags ?? {},
    set: (aws, ResourceArn, Tags) => aws.call('apigatewayv2', 'tagResource', { ResourceArn, Tags }),
    remove: (aws, ResourceArn, TagKeys) => aws.call('apigatewayv2', 'untagResource', { ResourceArn, TagKeys }),
  },
  cloudwatch: {
    read: async (aws, ResourceARN) =>
      mapOf((await aws.call('cloudwatch', 'listTagsForResource', { ResourceARN })).Tags),
    set: (aws, ResourceARN, tags) => aws.call('cloudwatch', 'tagResource', { ResourceARN, Tags: listOf(tags) }),
    remove: (aws, ResourceARN, TagKeys) => aws.call('cloudwatch', 'untagResource', { ResourceARN, TagKeys }),
  },
  'cognito-idp': {
    read: async (aws, ResourceArn) =>
      (await aws.call('cognito-idp', 'listTagsForResource', { ResourceArn })).Tags ?? {},
    set: (aws, ResourceArn, Tags) => aws.call('cognito-idp', 'tagResource', { ResourceArn, Tags }),
    remove: (aws, ResourceArn, TagKeys) => aws.call('cognito-idp', 'untagResource', { ResourceArn, TagKeys }),
  },
  lambda: {
    read: async (aws, Resource) => (await aws.call('lambda', 'listTags', { Resource })).Tags ?? {},
    set: (aws, Resource, Tags) => aws.call('lambda', 'tagResource', { Resource, Tags }),
    remove: (aws, Resource, TagKeys) => aws.call('lambda', 'untagResource', { Resource, TagKeys }),
  },
  logs: {
    read: async (aws, resourceArn) => (await aws.call('logs', 'listTagsForResource', { resourceArn })).tags ?? {},
    set: (aws, resourceArn, tags) => aws.call('logs', 'tagResource', { resourceArn, tags }),
    remove: (aws, resourceArn, tagKeys) => aws.call('logs', 'untagResource', { resourceArn, tagKeys }),
  },
} satisfies Partial<Record<Service, Tagging>>;

export type TaggedService = keyof typeof TAGGING;

export function mapOf(tags: readonly ListedTag[] = []): Tags {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}

export function listOf(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** The service that an ARN's tags are asked of; undefined where there is none here, or tags go by another name there. */
export function taggedServiceOf(arn: string): TaggedService | undefined {
  const [, , name = '', , , resource = ''] = arn.split(':');
  // HTTP APIs are the second version's.
  if (name === 'apigateway') return resource.startsWith('/apis/') ? 'apigatewayv2' : 'apigateway';
  const services: readonly TaggedService[] = ['acm', 'cloudwatch', 'cognito-idp', 'lambda', 'logs'];
  return services.find((service) => service === name);
}

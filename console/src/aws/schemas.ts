import type { SchemaFile } from '../../../src/control/schema/schema-file.ts';
import { type ServiceSchema, serviceSchema } from '../../../src/control/schema/service-schema.ts';
import type { Service } from './services.ts';

/** Each a chunk of its own (`console/build/schemas.ts`). */
const FILES: Readonly<Record<Service, () => Promise<{ readonly default: SchemaFile }>>> = {
  acm: () => import('virtual:aws-schema/acm'),
  apigateway: () => import('virtual:aws-schema/apigateway'),
  apigatewayv2: () => import('virtual:aws-schema/apigatewayv2'),
  cloudwatch: () => import('virtual:aws-schema/cloudwatch'),
  'cognito-idp': () => import('virtual:aws-schema/cognito-idp'),
  iam: () => import('virtual:aws-schema/iam'),
  lambda: () => import('virtual:aws-schema/lambda'),
  logs: () => import('virtual:aws-schema/logs'),
  sts: () => import('virtual:aws-schema/sts'),
};

const loaded = new Map<Service, Promise<ServiceSchema>>();

/** Fetched once a page load; again after a failure. */
export function schemaOf(service: Service): Promise<ServiceSchema> {
  const known = loaded.get(service);
  if (known) return known;
  const schema = FILES[service]().then((file) => serviceSchema(file.default));
  schema.catch(() => loaded.delete(service));
  loaded.set(service, schema);
  return schema;
}

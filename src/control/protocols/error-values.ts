import type { ServiceError } from '../../aws/index.ts';
import type { Member, ServiceSchema, StructureShape } from '../schema/index.ts';
import type { Values } from './protocol.ts';

/** An error brought together with its published shape. */
export interface ErrorDescription {
  /** The name on every protocol but aws-query. */
  readonly name: string;
  /** The name on aws-query, which for some services is another. */
  readonly queryCode: string;
  readonly statusCode: number;
  /** Undefined for errors that belong to no service, such as those about signatures. */
  readonly shape: StructureShape | undefined;
  /** The members, by the shape's names, the message among them. */
  readonly values: Values;
}

/** The handler may have named the error by its shape or by its aws-query code. */
export function describeError(error: ServiceError, schema: ServiceSchema | undefined): ErrorDescription {
  const shape = schema?.errors.get(error.code);
  return {
    name: shape?.name ?? error.code,
    queryCode: shape?.error?.awsQueryCode ?? error.code,
    statusCode: error.statusCode,
    shape,
    values: {
      ...whoseFault(shape, error.statusCode),
      ...(error.message !== '' && { [messageName(shape)]: error.message }),
      ...error.members,
    },
  };
}

/** Shapes spell it `message` or `Message`; clients go by the shape. */
function messageName(shape: StructureShape | undefined): string {
  return shape?.members.find(isNamed('message'))?.name ?? 'message';
}

/** Some services' errors carry a `Type` member that says which side is to blame. */
function whoseFault(shape: StructureShape | undefined, statusCode: number): Values {
  const type = shape?.members.find(isNamed('type'));
  return type?.name === 'Type' ? { Type: statusCode < 500 ? 'User' : 'Service' } : {};
}

function isNamed(name: string): (member: Member) => boolean {
  return (member) => member.name.toLowerCase() === name;
}

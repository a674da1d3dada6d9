import type { AppClient, SchemaAttribute, UserPool } from '../documents/index.ts';
import { invalidParameter, notAuthorized } from '../errors.ts';
import { LIMITS } from '../limits.ts';

type Given = readonly { readonly Name: string; readonly Value?: string | undefined }[];
export type Attributes = Readonly<Record<string, string>>;

/** Names that are settled elsewhere, whatever a request says. */
const NOT_GIVEN = new Set(['sub']);
const E164 = /^\+\d{3,15}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.?[^\s@]*$/;

/**
 * Reads attributes of a request by the pool's schema.
 * @param by who gives them: an administrator may also say that an address is verified
 * @throws {ServiceError} `InvalidParameterException` with all that is wrong, in the words that users of AWS report
 */
export function readAttributes(pool: UserPool, given: Given = [], by: 'admin' | 'user'): Attributes {
  const attributes: Record<string, string> = Object.create(null);
  const problems: string[] = [];
  for (const { Name, Value = '' } of given) {
    const schema = pool.schema.find((attribute) => attribute.Name === Name);
    if (schema === undefined || NOT_GIVEN.has(Name)) {
      problems.push(`${Name}: Attribute does not exist in the schema.\n`);
      continue;
    }
    if (by === 'user' && (Name.endsWith('_verified') || schema.DeveloperOnlyAttribute === true)) {
      throw unauthorizedAttribute();
    }
    const problem = problemOf(schema, Value);
    if (problem !== undefined) problems.push(`${Name}: ${problem}\n`);
    attributes[Name] = Value;
  }
  if (problems.length > 0) throw invalidParameter(`Attributes did not conform to the schema: ${problems.join('')}`);
  if (attributes.email && !EMAIL.test(attributes.email)) throw invalidParameter('Invalid email address format.');
  if (attributes.phone_number && !E164.test(attributes.phone_number)) {
    throw invalidParameter('Invalid phone number format.');
  }
  return attributes;
}

/** @throws {ServiceError} when something is missing that the pool asks of every user */
export function checkRequired(pool: UserPool, attributes: Attributes): void {
  const absent = pool.schema.filter(
    ({ Name = '', Required }) => Required === true && Name !== 'sub' && !attributes[Name],
  );
  if (absent.length === 0) return;
  const problems = absent.map(({ Name }) => `${Name}: The attribute ${Name} is required\n`);
  throw invalidParameter(`Attributes did not conform to the schema: ${problems.join('')}`);
}

/** @throws {ServiceError} when something that was set once for all would become something else */
export function checkMutable(pool: UserPool, before: Attributes, changes: Attributes): void {
  for (const [name, value] of Object.entries(changes)) {
    const attribute = pool.schema.find(({ Name }) => Name === name);
    if (attribute?.Mutable === false && before[name] !== undefined && before[name] !== value) {
      throw notMutable(name);
    }
  }
}

/**
 * A user's attributes after a change. An empty value takes one away; an address that is new is not verified, unless the change
 * says so.
 */
export function mergeAttributes(before: Attributes, changes: Attributes): Attributes {
  const merged: Record<string, string> = { ...before };
  for (const contact of ['email', 'phone_number']) {
    const value = changes[contact];
    if (value !== undefined && value !== before[contact]) merged[`${contact}_verified`] = 'false';
  }
  Object.assign(merged, changes);
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}

/**
 * @param by who takes them away
 * @throws {ServiceError} for a name that the pool does not know, that every user has, or that was set once for all
 */
export function withoutAttributes(
  pool: UserPool,
  before: Attributes,
  names: readonly string[],
  by: 'admin' | 'user',
): Attributes {
  for (const name of names) {
    const schema = pool.schema.find(({ Name }) => Name === name);
    if (schema === undefined)
      throw invalidParameter(
        `Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.\n`,
      );
    if (by === 'user' && schema.DeveloperOnlyAttribute === true) throw unauthorizedAttribute();
    if (schema.Required === true) throw invalidParameter(`Required attribute ${name} cannot be deleted.`);
    // Taken away, it could be set to something else.
    if (schema.Mutable === false && before[name] !== undefined) throw notMutable(name);
  }
  return Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name)));
}

/** @throws {ServiceError} when a client writes what it may not; without a list it may write everything that a user may */
export function checkWritable({ settings }: AppClient, names: readonly string[]): void {
  const { WriteAttributes: allowed = [] } = settings;
  if (allowed.length === 0 || names.every((name) => allowed.includes(name))) return;
  throw unauthorizedAttribute();
}

function problemOf(schema: SchemaAttribute, value: string): string | undefined {
  if (value.length > LIMITS.attributeLength) return 'String must be no longer than 2048 characters';
  switch (schema.AttributeDataType) {
    case 'Boolean':
      return value === 'true' || value === 'false' ? undefined : 'Attribute value must be true or false';
    case 'Number':
      return numberProblem(schema, value);
    case 'DateTime':
      return /^-?\d+$/.test(value) || !Number.isNaN(Date.parse(value)) ? undefined : 'Attribute value must be a date';
    default:
      return lengthProblem(schema, value);
  }
}

function numberProblem({ NumberAttributeConstraints: bounds }: SchemaAttribute, value: string): string | undefined {
  if (!/^-?\d{1,30}$/.test(value)) return 'Attribute value must be a number';
  const number = BigInt(value);
  if (bounds?.MinValue !== undefined && number < BigInt(bounds.MinValue))
    return `Number must be at least ${bounds.MinValue}`;
  if (bounds?.MaxValue !== undefined && number > BigInt(bounds.MaxValue))
    return `Number must be at most ${bounds.MaxValue}`;
  return undefined;
}

function lengthProblem({ StringAttributeConstraints: bounds }: SchemaAttribute, value: string): string | undefined {
  // An empty value takes an attribute away.
  if (value === '') return undefined;
  if (value.length < Number(bounds?.MinLength ?? 0))
    return `String must be at least ${bounds?.MinLength} characters long`;
  if (value.length > Number(bounds?.MaxLength ?? LIMITS.attributeLength)) {
    return `String must be no longer than ${bounds?.MaxLength} characters`;
  }
  return undefined;
}

const unauthorizedAttribute = () => notAuthorized('A client attempted to write unauthorized attribute');
const notMutable = (name: string) => invalidParameter(`user.${name}: Attribute cannot be updated.\n`);

import { enumViolations, lengthViolations, patternViolations } from '../../../aws/index.ts';
import type { SchemaAttribute } from '../documents/index.ts';
import { invalidParameter, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { STANDARD_ATTRIBUTES } from './standard-attributes.ts';

const TYPES = ['String', 'Number', 'DateTime', 'Boolean'];
const NAME = { test: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, text: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' };

/**
 * The schema of a new pool: the standard attributes as the request changes them, then its custom ones.
 * @throws {ServiceError}
 */
export function newSchema(given: readonly SchemaAttribute[] = []): readonly SchemaAttribute[] {
  const changes = new Map(given.map((attribute) => [attribute.Name ?? '', attribute]));
  if (changes.size < given.length) throw invalidParameter('Attribute names in the schema must be unique.');
  const standard = STANDARD_ATTRIBUTES.map((attribute) => {
    const change = changes.get(attribute.Name ?? '');
    return change ? changeStandard(attribute, change) : attribute;
  });
  const names = new Set(STANDARD_ATTRIBUTES.map(({ Name }) => Name));
  return addCustom(
    standard,
    given.filter(({ Name }) => !names.has(Name)),
    ({ Name }) => `schema.${given.findIndex((attribute) => attribute.Name === Name) + 1}.member`,
  );
}

/** API reference, `SchemaAttributeType`: of a standard attribute, what is required, mutable and how long it may be. */
function changeStandard(attribute: SchemaAttribute, change: SchemaAttribute): SchemaAttribute {
  if (change.AttributeDataType !== undefined && change.AttributeDataType !== attribute.AttributeDataType) {
    throw invalidParameter(
      `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${attribute.Name}`,
    );
  }
  return {
    ...attribute,
    ...(change.Mutable !== undefined && { Mutable: change.Mutable }),
    ...(change.Required !== undefined && { Required: change.Required }),
    ...(change.StringAttributeConstraints && {
      StringAttributeConstraints: { ...attribute.StringAttributeConstraints, ...change.StringAttributeConstraints },
    }),
    ...(change.NumberAttributeConstraints && { NumberAttributeConstraints: change.NumberAttributeConstraints }),
  };
}

/**
 * Adds custom attributes, each under its prefix (API reference, `AddCustomAttributes`).
 * @param placeOf where an attribute stands in the request
 * @throws {ServiceError}
 */
export function addCustom(
  schema: readonly SchemaAttribute[],
  added: readonly SchemaAttribute[],
  placeOf = (attribute: SchemaAttribute): string => `customAttributes.${added.indexOf(attribute) + 1}.member`,
): readonly SchemaAttribute[] {
  const all = [...schema];
  for (const attribute of added) {
    const custom = customAttribute(attribute, placeOf(attribute));
    if (all.some(({ Name }) => Name === custom.Name)) {
      throw invalidParameter(`${custom.Name}: Existing attribute already has name ${custom.Name}.`);
    }
    all.push(custom);
  }
  if (all.length - STANDARD_ATTRIBUTES.length > LIMITS.customAttributes) {
    throw invalidParameter(`A user pool has at most ${LIMITS.customAttributes} custom attributes.`);
  }
  return all;
}

function customAttribute(given: SchemaAttribute, at: string): SchemaAttribute {
  const { Name = '', AttributeDataType: type = 'String', Required, DeveloperOnlyAttribute: isDeveloperOnly } = given;
  refuse(
    lengthViolations(Name, `${at}.name`, LIMITS.customAttributeNameLength),
    patternViolations(Name, `${at}.name`, NAME),
    enumViolations(type, `${at}.attributeDataType`, TYPES),
  );
  if (Required === true) throw invalidParameter('Required custom attributes are not supported currently.');
  return {
    Name: `${isDeveloperOnly === true ? 'dev' : 'custom'}:${Name}`,
    AttributeDataType: type,
    DeveloperOnlyAttribute: isDeveloperOnly ?? false,
    Mutable: given.Mutable ?? true,
    Required: false,
    ...(type === 'String' && { StringAttributeConstraints: given.StringAttributeConstraints ?? {} }),
    ...(type === 'Number' && { NumberAttributeConstraints: given.NumberAttributeConstraints ?? {} }),
  };
}

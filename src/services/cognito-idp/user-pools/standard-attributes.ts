import type { SchemaAttribute } from '../documents/index.ts';

function text(Name: string, MinLength = '0', MaxLength = '2048'): SchemaAttribute {
  return {
    Name,
    AttributeDataType: 'String',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    StringAttributeConstraints: { MinLength, MaxLength },
  };
}

function flag(Name: string): SchemaAttribute {
  return { Name, AttributeDataType: 'Boolean', DeveloperOnlyAttribute: false, Mutable: true, Required: false };
}

/** What every pool has (OpenID Connect Core 1.0, section 5.1), with the constraints that `DescribeUserPool` prints for it. */
export const STANDARD_ATTRIBUTES: readonly SchemaAttribute[] = [
  { ...text('sub', '1'), Mutable: false, Required: true },
  ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username'].map((name) => text(name)),
  ...['profile', 'picture', 'website', 'email'].map((name) => text(name)),
  flag('email_verified'),
  text('gender'),
  text('birthdate', '10', '10'),
  ...['zoneinfo', 'locale', 'phone_number'].map((name) => text(name)),
  flag('phone_number_verified'),
  text('address'),
  {
    Name: 'updated_at',
    AttributeDataType: 'Number',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    NumberAttributeConstraints: { MinValue: '0' },
  },
];

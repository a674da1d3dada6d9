import type { Member, Shape, StructureShape } from '../schema/index.ts';
import { AUDIT_LIMITS } from './limits.ts';

type Values = Readonly<Record<string, unknown>>;

/** What CloudTrail shows in place of a secret. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/**
 * Members that hold secrets, whatever their schema says of them: tokens, passwords, keys that open something. How a method
 * authorizes is none.
 */
const SECRET =
  /(secret|password|passwd|token|privatekey|authorization(?!type)|confirmationcode|^code$|srp_|challengeresponses|authparameters)/i;
/** Entries of maps, which may be fields of requests, besides. */
const SECRET_FIELD = /(x-api-key|cookie)/i;
/** The value of an API key, which the schema does not call sensitive, in its own shapes and in their lists. */
const API_KEY_SHAPE = /ApiKey|UsagePlanKey/;

/** An input or output as a record shows it: CloudTrail's spelling of members, no secrets, no bytes, bounded. */
export function describeMembers(shape: StructureShape | undefined, values: Values | undefined): Values | null {
  if (shape === undefined || values === undefined) return null;
  const described = describeStructure(shape, values);
  return Object.keys(described).length === 0 ? null : described;
}

function describeStructure(shape: StructureShape, values: Values): Values {
  const entries = shape.members.flatMap((member): [string, unknown][] => {
    const value = values[member.name];
    if (value === undefined || value === null) return [];
    return [[lowerFirst(member.name), isSecret(member, shape) ? HIDDEN : describe(member.shape, value)]];
  });
  return Object.fromEntries(entries);
}

function isSecret({ name, traits, shape }: Member, owner: StructureShape): boolean {
  if (traits.sensitive === true) return true;
  if (shape.kind !== 'string' && shape.kind !== 'map') return false;
  return SECRET.test(name) || (name === 'value' && API_KEY_SHAPE.test(owner.name));
}

function describe(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return describeStructure(shape, value as Values);
    case 'list': {
      const items = (value as readonly unknown[]).slice(0, AUDIT_LIMITS.entries);
      return shape.member.traits.sensitive ? HIDDEN : items.map((item) => describe(shape.member.shape, item));
    }
    case 'map': {
      const entries = Object.entries(value as Values).slice(0, AUDIT_LIMITS.entries);
      if (shape.value.traits.sensitive) return HIDDEN;
      return Object.fromEntries(
        entries.map(([key, item]) => [key, isSecretEntry(key, item) ? HIDDEN : describe(shape.value.shape, item)]),
      );
    }
    case 'blob':
      return undefined;
    case 'timestamp':
      return value instanceof Date ? value.toISOString() : value;
    default:
      return typeof value === 'string' ? bounded(value) : value;
  }
}

/** That a method wants a field says nothing of what the field holds. */
function isSecretEntry(key: string, value: unknown): boolean {
  return typeof value !== 'boolean' && (SECRET.test(key) || SECRET_FIELD.test(key));
}

/** A text as long as a record has room for. */
export function bounded(text: string): string {
  return text.length > AUDIT_LIMITS.textLength ? `${text.slice(0, AUDIT_LIMITS.textLength)}...` : text;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

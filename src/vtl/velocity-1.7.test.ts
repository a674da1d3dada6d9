import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { API_GATEWAY, compileTemplate, type Dialect, fromPlain, type Value, VELOCITY_1_7 } from './index.ts';
import { Collection } from './values/index.ts';

/** A template, and what Velocity 1.7 itself made of it (testing/RecordVelocity.java); null: it gave up. */
interface Row {
  readonly template: string;
  readonly plain: string | null;
  readonly gateway?: string | null;
}

const read = (name: string): string => readFileSync(new URL(`testing/${name}`, import.meta.url), 'utf8');
const rows = read('velocity-1.7.jsonl')
  .trimEnd()
  .split('\n')
  .map((line): Row => {
    const [template, plain, ...gateway] = JSON.parse(line);
    return gateway.length > 0 ? { template, plain, gateway: gateway[0] } : { template, plain };
  });
const plainVariables = JSON.parse(read('velocity-1.7.variables.json'));

function variables(): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(plainVariables)) values[name] = javaList(fromPlain(value));
  return values;
}

/** The recorder gives Velocity Java's own lists, not those of a JSON document. */
function javaList(value: Value): Value {
  if (Array.isArray(value)) return new Collection('list', value.map(javaList));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, javaList(item)]));
  return value;
}

function render(template: string, dialect: Dialect): string | null {
  try {
    return compileTemplate(template, { dialect }).render(variables());
  } catch {
    return null;
  }
}

describe('a template renders as Apache Velocity 1.7 rendered it', () => {
  it('has what was recorded', () => {
    expect(rows.length).toBeGreaterThan(1_000);
  });

  it.each(rows)('with default settings: $template', ({ template, plain }) => {
    expect(render(template, VELOCITY_1_7)).toBe(plain);
  });

  it.each(rows.filter((row) => row.gateway !== undefined))(
    'as API Gateway sets it up: $template',
    ({ template, gateway }) => {
      expect(render(template, API_GATEWAY)).toBe(gateway);
    },
  );
});

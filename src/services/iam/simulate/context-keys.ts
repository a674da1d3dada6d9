type Fields = Readonly<Record<string, unknown>>;

/** The condition keys that a policy asks for, in conditions and in policy variables, as it spells them, sorted. */
export function contextKeysOf(document: unknown): readonly string[] {
  const keys = new Set<string>();
  const statements = fieldsOf(document).Statement;
  for (const statement of listOf(statements)) {
    const { Condition, Resource, NotResource } = fieldsOf(statement);
    for (const operands of Object.values(fieldsOf(Condition))) {
      for (const [key, values] of Object.entries(fieldsOf(operands))) {
        keys.add(key);
        for (const value of listOf(values)) addVariables(keys, value);
      }
    }
    for (const value of [...listOf(Resource), ...listOf(NotResource)]) addVariables(keys, value);
  }
  return [...keys].sort();
}

function addVariables(keys: Set<string>, value: unknown): void {
  if (typeof value !== 'string') return;
  for (const [, name = ''] of value.matchAll(/\$\{\s*([^},]+?)\s*(?:,[^}]*)?\}/g)) {
    if (!['*', '?', '$'].includes(name)) keys.add(name);
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

import type { SdkModel } from '../api.ts';
import { capitalized, commentText, distinct } from '../names.ts';
import type { JavaContext } from './context.ts';
import { fieldName } from './names.ts';
import { readValue, typeText, writeValue } from './types.ts';

/** A model that is an object, with getters, setters and the fluent setters that AWS's clients have. */
export function modelClass({ name, description, type }: SdkModel, context: JavaContext): string {
  const className = context.classes.get(name) ?? name;
  const taken = new Set<string>();
  const properties = type.kind === 'object' ? type.properties : [];
  const fields = properties.map((property) => {
    const field = distinct(fieldName(property.name), taken);
    return { ...property, field, text: typeText(property.type, context), accessor: accessorName(field) };
  });
  return `package ${context.packageName}.model;

import ${context.packageName}.internal.Core;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ${commentText(description ?? name)} */
public final class ${className} {
${fields.map(({ field, text }) => `    private ${text} ${field};`).join('\n')}

${fields
  .map(
    ({ field, text, accessor }) => `    public ${text} get${accessor}() {
        return ${field};
    }

    public void set${accessor}(${text} value) {
        this.${field} = value;
    }

    public ${className} ${field}(${text} value) {
        this.${field} = value;
        return this;
    }
`,
  )
  .join('\n')}
    @SuppressWarnings("unchecked")
    public static ${className} fromJson(Object json) {
        if (!(json instanceof Map)) return null;
        Map<String, Object> object = (Map<String, Object>) json;
        ${className} made = new ${className}();
${fields
  .map(({ name: key, field, type: inner }) => {
    const value = readValue(inner, `object.get(${JSON.stringify(key)})`, context);
    return `        made.${field} = ${value};`;
  })
  .join('\n')}
        return made;
    }

    public Map<String, Object> toJson() {
        Map<String, Object> object = new LinkedHashMap<>();
${fields
  .map(
    ({ name: key, field, type: inner }) =>
      `        if (${field} != null) object.put(${JSON.stringify(key)}, ${writeValue(inner, field, context)});`,
  )
  .join('\n')}
        return object;
    }
}
`;
}

/** A getter named `getClass` is every object's already. */
function accessorName(field: string): string {
  const name = capitalized(field);
  return name === 'Class' ? 'Class_' : name;
}

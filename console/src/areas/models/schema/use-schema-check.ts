import { useCallback, useMemo } from 'react';
import type { Problem } from '../../../parts/code-editor/index.tsx';
import { type ReadJson, readJson } from '../../../parts/json-editor/index.tsx';
import { useModels } from '../use-models.ts';
import { isJsonType, schemaProblems } from './schema-problems.ts';

const NONE: readonly Problem[] = [];

interface SchemaCheck {
  /** What is wrong with a schema among the API's models; the same function as long as those are. */
  check(json: ReadJson): readonly Problem[];
  /** Whether the server would take the schema. */
  readonly isValid: boolean;
}

/** @param own the model's name: it may refer to itself */
export function useSchemaCheck(restApiId: string, own: string, contentType: string, schema: string): SchemaCheck {
  const { data } = useModels(restApiId);
  const check = useCallback(
    (json: ReadJson) =>
      data ? schemaProblems(json, { restApiId, names: new Set([...data.map(({ name = '' }) => name), own]) }) : NONE,
    [data, restApiId, own],
  );
  const isValid = useMemo(() => {
    if (schema.trim() === '') return false;
    if (!isJsonType(contentType)) return true;
    const json = readJson(schema);
    return json.problems.length === 0 && check(json).length === 0;
  }, [schema, contentType, check]);
  return { check, isValid };
}

import { useMemo } from 'react';
import type { Problem } from '../../../parts/code-editor/index.tsx';
import { useModels } from '../use-models.ts';
import { isJsonType, schemaProblems } from './schema-problems.ts';

const NONE: readonly Problem[] = [];

/** What is wrong with a schema. @param own the model's name: it may refer to itself */
export function useSchemaProblems(
  restApiId: string,
  own: string,
  contentType: string,
  schema: string,
): readonly Problem[] {
  const { data } = useModels(restApiId);
  return useMemo(() => {
    if (!data || !isJsonType(contentType) || schema.trim() === '') return NONE;
    const names = new Set([...data.map(({ name = '' }) => name), own]);
    return schemaProblems(schema, { restApiId, names });
  }, [data, restApiId, own, contentType, schema]);
}

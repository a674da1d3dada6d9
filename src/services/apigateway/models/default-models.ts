import type { Model } from '../../../model/index.ts';

/** The models that every new API has (features A1.7; descriptions and schemas as recorded). */
export function defaultModels(newId: (name: string) => string): readonly Model[] {
  return [
    {
      id: newId('Empty'),
      name: 'Empty',
      description: 'This is a default empty schema model',
      contentType: 'application/json',
      schema:
        '{\n  "$schema": "http://json-schema.org/draft-04/schema#",\n  "title" : "Empty Schema",\n  "type" : "object"\n}',
    },
    {
      id: newId('Error'),
      name: 'Error',
      description: 'This is a default error schema model',
      contentType: 'application/json',
      schema:
        '{\n  "$schema" : "http://json-schema.org/draft-04/schema#",\n  "title" : "Error Schema",\n  "type" : "object",\n  "properties" : {\n    "message" : { "type" : "string" }\n  }\n}',
    },
  ];
}

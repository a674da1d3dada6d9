/** Integration that answers by itself. @param template the answer's body, a mapping template */
function mock(template: string, statusCode = '200') {
  return {
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: { default: { statusCode, responseTemplates: { 'application/json': template } } },
  };
}

const answer = (description: string, model: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${model}` } } },
});

const PETS = `[
  {"id": 1, "type": "dog", "price": 249.99},
  {"id": 2, "type": "cat", "price": 124.99},
  {"id": 3, "type": "fish", "price": 0.99}
]`;
const PET = `#set($id = $input.params('petId'))
{"id": $id, "type": "dog", "price": 249.99}`;
const CREATED = '{"message": "success"}';

const definition = {
  openapi: '3.0.1',
  info: { title: 'PetStore', version: '1.0.0', description: 'An example API with mocked answers.' },
  paths: {
    '/pets': {
      get: {
        operationId: 'ListPets',
        parameters: [
          { name: 'type', in: 'query', schema: { type: 'string' } },
          { name: 'page', in: 'query', schema: { type: 'string' } },
        ],
        responses: { '200': answer('All pets', 'Pets') },
        'x-amazon-apigateway-integration': mock(PETS),
      },
      post: {
        operationId: 'CreatePet',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewPet' } } } },
        responses: { '200': answer('The pet that was taken in', 'NewPetResponse') },
        'x-amazon-apigateway-request-validator': 'body',
        'x-amazon-apigateway-integration': mock(CREATED),
      },
    },
    '/pets/{petId}': {
      get: {
        operationId: 'GetPet',
        parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { '200': answer('One pet', 'Pet') },
        'x-amazon-apigateway-integration': mock(PET),
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        properties: { id: { type: 'integer' }, type: { type: 'string' }, price: { type: 'number' } },
      },
      Pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
      NewPet: {
        type: 'object',
        required: ['type', 'price'],
        properties: { type: { type: 'string', enum: ['dog', 'cat', 'fish', 'bird'] }, price: { type: 'number' } },
      },
      NewPetResponse: {
        type: 'object',
        properties: { message: { type: 'string' } },
      },
    },
  },
  'x-amazon-apigateway-request-validators': { body: { validateRequestBody: true, validateRequestParameters: false } },
};

/** The example, as OpenAPI. */
export const PET_STORE = JSON.stringify(definition, null, 2);

// A small pet store, the backend of this example: GET /pets, GET /pets/{id}, POST /pets. `node upstream.mjs [PORT]`
import { createServer } from 'node:http';

const pets = [
  { id: 1, type: 'dog', price: 249.99 },
  { id: 2, type: 'cat', price: 124.99 },
  { id: 3, type: 'fish', price: 0.99 },
];

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://upstream');
  const [, collection, id, ...rest] = pathname.split('/');
  if (collection !== 'pets' || rest.length > 0) return answer(response, 404, { message: 'Only /pets is here.' });
  if (request.method === 'POST' && id === undefined) return create(request, response);
  if (request.method !== 'GET') return answer(response, 405, { message: `No ${request.method} here.` });
  if (id === undefined) {
    const type = searchParams.get('type');
    return answer(response, 200, type === null ? pets : pets.filter((pet) => pet.type === type));
  }
  const pet = pets.find((candidate) => String(candidate.id) === id);
  return pet ? answer(response, 200, pet) : answer(response, 404, { message: `There is no pet ${id}.` });
});

async function create(request, response) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  try {
    const { type, price } = JSON.parse(text);
    const pet = { id: pets.length + 1, type, price };
    pets.push(pet);
    answer(response, 201, pet);
  } catch {
    answer(response, 400, { message: 'Send a JSON object with "type" and "price".' });
  }
}

function answer(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

server.listen(Number(process.argv[2] ?? 9090), '127.0.0.1', () => {
  console.log(`The pet store answers at http://127.0.0.1:${server.address().port}/pets`);
});

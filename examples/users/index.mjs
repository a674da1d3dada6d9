// The function behind /users. It keeps one user a line in the file named by USERS_FILE; appending a short line is atomic,
// so that several instances may run at once. On AWS this would be a DynamoDB table.

import { randomUUID } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';

const file = process.env.USERS_FILE;

export async function handler(event) {
  if (event.httpMethod === 'POST') return create(event);
  const users = await list();
  const id = event.pathParameters?.id;
  if (id === undefined) return answer(200, users);
  const user = users.find((candidate) => candidate.id === id);
  return user ? answer(200, user) : answer(404, { message: `There is no user ${id}.` });
}

async function create(event) {
  const name = nameIn(event.body);
  if (name === undefined) return answer(400, { message: 'Send a JSON object with a "name".' });
  const user = { id: randomUUID(), name };
  await appendFile(file, `${JSON.stringify(user)}\n`);
  return answer(201, user);
}

async function list() {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function nameIn(body) {
  try {
    const { name } = JSON.parse(body);
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined;
  }
}

function answer(statusCode, value) {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

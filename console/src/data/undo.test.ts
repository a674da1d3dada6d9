import { expect, test } from 'vitest';
import { AwsError } from '../aws/index.ts';
import { orUndo } from './undo.ts';

const fails = (error: Error) => () => Promise.reject(error);
const why = new AwsError('BadRequestException', 'Invalid ARN.', 400, 'request-1');

test('what a step fails by is told, once what was made before is gone', async () => {
  const undone: string[] = [];
  const undo = async (): Promise<void> => void undone.push('undone');
  await expect(orUndo(fails(why), undo)).rejects.toBe(why);
  expect(undone).toEqual(['undone']);
  await expect(orUndo(async () => 'made', undo)).resolves.toBe('made');
  expect(undone).toEqual(['undone']);
});

test('where what was made cannot be taken away, both errors are told', async () => {
  const second = new AwsError('AccessDeniedException', 'User is not authorized to delete.', 403);
  await expect(orUndo(fails(why), fails(second))).rejects.toMatchObject({
    name: 'BadRequestException',
    status: 400,
    requestId: 'request-1',
    message: expect.stringMatching(/^Invalid ARN\. .*still there.*: User is not authorized to delete\.$/),
  });
});

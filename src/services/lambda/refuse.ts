import { invalidParameter } from './errors.ts';

/**
 * What Sallyport does not do is refused, not ignored.
 * @param asked what a call asks for, by name, whether it does
 */
export function refuse(asked: Readonly<Record<string, boolean>>): void {
  const [name] = Object.entries(asked).find(([, wanted]) => wanted) ?? [];
  if (name !== undefined) throw invalidParameter(`Sallyport does not support ${name} of a Lambda function.`);
}

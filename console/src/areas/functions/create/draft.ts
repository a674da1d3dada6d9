import { DEFAULT_RUNTIME } from '../runtimes.ts';
import { handlerOf, type TemplateName, templateFile, templatesOf } from '../templates/index.ts';
import { writeZip } from '../zip/zip.ts';

export const SOURCES = ['template', 'zip', 'folder'] as const;
export type Source = (typeof SOURCES)[number];

/** A function as it is filled in. */
export interface FunctionDraft {
  readonly name: string;
  readonly description: string;
  readonly runtime: string;
  readonly template: TemplateName;
  /** Of a zip file or a folder; templates have their own. */
  readonly handler: string;
  readonly zip: File | undefined;
  /** Of the server's machine. */
  readonly folder: string;
  /** Whether a role is made for it. */
  readonly isNewRole: boolean;
  readonly roleArn: string;
}

export const NEW_FUNCTION: FunctionDraft = {
  name: '',
  description: '',
  runtime: DEFAULT_RUNTIME,
  template: 'hello',
  handler: handlerOf(DEFAULT_RUNTIME),
  zip: undefined,
  folder: '',
  isNewRole: true,
  roleArn: '',
};

/** With another runtime: what was not changed by hand follows it. */
export function withRuntime(draft: FunctionDraft, runtime: string): FunctionDraft {
  const handler = draft.handler === handlerOf(draft.runtime) ? handlerOf(runtime) : draft.handler;
  const [first = draft.template] = templatesOf(runtime);
  const template = templatesOf(runtime).includes(draft.template) ? draft.template : first;
  return { ...draft, runtime, handler, template };
}

export function isWhole(draft: FunctionDraft, source: Source): boolean {
  const { name, handler, zip, folder, isNewRole, roleArn } = draft;
  if (name.trim() === '' || !(isNewRole || roleArn.trim() !== '')) return false;
  if (source === 'template') return templatesOf(draft.runtime).length > 0;
  return handler.trim() !== '' && (source === 'zip' ? zip !== undefined : folder.trim() !== '');
}

/** `Code` and `Handler` of `CreateFunction`. */
export async function codeOf(draft: FunctionDraft, source: Source) {
  if (source === 'template') {
    const file = templateFile(draft.runtime, draft.template);
    return { Handler: handlerOf(draft.runtime), Code: { ZipFile: await writeZip(file ? [file] : []) } };
  }
  const Handler = draft.handler.trim();
  // A bucket of this name stands for the server's machine (docs/compatibility.md).
  if (source === 'folder') return { Handler, Code: { S3Bucket: 'hot-reload', S3Key: draft.folder.trim() } };
  return { Handler, Code: { ZipFile: new Uint8Array((await draft.zip?.arrayBuffer()) ?? []) } };
}

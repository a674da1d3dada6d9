/** What a template gives. */
export type Template =
  | { readonly kind: 'static'; readonly body: Buffer }
  /** The template needs the template language. */
  | { readonly kind: 'refused'; readonly problem: string };

/** By content type as configured, in the order of configuration. */
export type Templates = ReadonlyMap<string, Template>;

/**
 * Compiles an integration's templates.
 * @param place how a problem names them, such as `Request template`
 * @param warn told once of every template that cannot be rendered
 */
export function compileTemplates(
  texts: Readonly<Record<string, string>> | undefined,
  place: string,
  warn: (message: string) => void,
): Templates {
  const templates = new Map<string, Template>();
  for (const [contentType, text] of Object.entries(texts ?? {})) {
    const template = compileTemplate(text, `${place} "${contentType}"`);
    if (template.kind === 'refused') warn(template.problem);
    templates.set(contentType, template);
  }
  return templates;
}

/** A reference (`$name`, `${...}`, `$!...`), a directive (`#if`, `#{else}`, `#@macro`), a comment or unparsed text. */
const NEEDS_VTL = /\$!?\{?[A-Za-z_]|#[@{A-Za-z#*[]/;

function compileTemplate(text: string, name: string): Template {
  if (!NEEDS_VTL.test(text)) return { kind: 'static', body: Buffer.from(text) };
  return { kind: 'refused', problem: `${name} uses the Velocity template language, which is not built.` };
}

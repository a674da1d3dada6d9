declare module 'virtual:aws-schema/*' {
  const file: import('../../src/control/schema/schema-file.ts').SchemaFile;
  export default file;
}

declare module 'virtual:policy-actions' {
  /** By service. */
  const actions: Readonly<Record<string, readonly (readonly [name: string, accessLevel: string])[]>>;
  export default actions;
}

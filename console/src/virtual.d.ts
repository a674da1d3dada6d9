declare module 'virtual:aws-schema/*' {
  const file: import('../../src/control/schema/schema-file.ts').SchemaFile;
  export default file;
}

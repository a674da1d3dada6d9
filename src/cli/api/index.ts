/** Commands about APIs on a running server (`sallyport apis`, `import`, `export`, `deploy`, ...), by its control API. */
export { addApiCommands } from './commands/index.ts';

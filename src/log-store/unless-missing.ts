/** A file or folder that is not there, or has gone meanwhile, is undefined. @throws whatever else the system says */
export function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

/* The server door of the engine. Capabilities need only `define.ts` and `context.ts`; this is for apps, routes, tests. */

export { derivedId } from './derived-id.ts';
export { openApi } from './documentation.ts';
export { type Answer, type Envelope, execute, executeBatch, SYSTEM_PERSON, systemViewer } from './execute.ts';
export { instantOutput, readInput } from './input.ts';
export { thisInstallation } from './installation.ts';
export { type Catalogue, catalogueOf, type Platform } from './platform.ts';
export { readContext, runView } from './read-context.ts';
export { resumeNumbers } from './register-numbers.ts';
export { boundValue, columnsOf, openPersonal, rowsOf } from './rows.ts';
export { buildServer, type ServerParts } from './server.ts';
export { startWatch, type Watch } from './watch.ts';

/* The browser door of the engine: what screens use to ask and to act. Types come from the declarations by `import type`. */
export { addressOf } from './address.ts';
export { type CommandOptions, type CommandState, doCommand, useCommand } from './commands.part.tsx';
export {
  fileAddress,
  type KeptFile,
  originalAddress,
  thumbnailAddress,
  type UploadProgress,
  uploadFile,
} from './files.part.tsx';
export { dropKept, type KeptCommand, keepSending, useKeptCommand, useKeptCommands } from './kept-commands.part.tsx';
export { ApiProblem, type ApiRequest, actingHat, isPassing, request, requestJson } from './requests.part.tsx';
export { keepServerTime, noteServerTime, serverNow } from './server-time.part.tsx';
export { askToUnlock, sessionEnd, setUnlock } from './session.part.tsx';
export {
  askView,
  type InputOf,
  type OutputOf,
  refreshAll,
  startLive,
  useLink,
  useView,
  useViews,
  type ViewOptions,
  type ViewState,
} from './views.part.tsx';

export type { CancelButtonOptions, RenumerateConfig, RetentionCallbacks } from './config.js';
export type { Labels } from './labels.js';
export type {
  Decision,
  FrameName,
  Outcome,
  RetentionPayload,
  ViewMessage,
  ViewMessages,
} from './protocol.js';
export { Renumerate } from './renumerate.js';

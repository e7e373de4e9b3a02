import { fault } from '../domain/shared/fault.ts';
import { callHistorySchema, forgetCallsSchema, sendMethodSchema, snippetSchema } from '../../preload/contract/explorer.ts';
import { call, failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type ExplorerCalls = Pick<Handlers, 'sendMethod' | 'callSnippet' | 'copyLiveSnippet' | 'callHistory' | 'forgetCalls'>;

const NOT_BUILT = fault('not-built', 'This is not built yet.');

/** Calls by hand, as code, and those made before. */
export function explorerCalls(services: Services): ExplorerCalls {
  void services;
  return {
    sendMethod: call(sendMethodSchema, async () => failed(NOT_BUILT)),
    callSnippet: call(snippetSchema, async () => failed(NOT_BUILT)),
    copyLiveSnippet: call(snippetSchema, async () => failed(NOT_BUILT)),
    callHistory: call(callHistorySchema, async () => failed(NOT_BUILT)),
    forgetCalls: call(forgetCallsSchema, async () => failed(NOT_BUILT)),
  };
}

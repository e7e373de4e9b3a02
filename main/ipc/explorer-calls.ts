import type { MethodCall } from '../domain/explorer/explorer.ts';
import type { PastCall } from '../domain/explorer/call-history.ts';
import { snippet } from '../domain/explorer/snippets/snippet.ts';
import { tokenAsk } from '../domain/scripting/token-ask.ts';
import { headerMeaning } from '../domain/google/telling-headers.ts';
import { redact } from '../domain/shared/redact.ts';
import { callHistorySchema, forgetCallsSchema, sendMethodSchema, snippetSchema, type CallHistoryRowDto, type MethodCallDto } from '../../preload/contract/explorer.ts';
import { answer, call, done, failed, value, type Handlers } from './answer.ts';
import { callDto } from './call-dto.ts';
import type { Services } from './services.ts';

type ExplorerCalls = Pick<Handlers, 'sendMethod' | 'callSnippet' | 'copyLiveSnippet' | 'callHistory' | 'forgetCalls'>;

/** Characters: a body at its longest, escaped as JSON, and its parameters. */
const callCap = 4_000_000;

/** Calls by hand, as code, and those made before. */
export function explorerCalls(services: Services): ExplorerCalls {
  return {
    sendMethod: call(
      sendMethodSchema,
      async (input) => {
        const workspace = await services.workspace();
        const called = await workspace.explorer.send(input);
        if (called.ok && called.value.outcome === 'called' && called.value.result.outcome === 'response') await workspace.grants.markUsed(input.authorizationId);
        return answer(called, methodCallDto);
      },
      callCap,
    ),
    callSnippet: call(
      snippetSchema,
      async ({ language, ...input }) => {
        const workspace = await services.workspace();
        const ask = tokenAsk(services.scripts.status().command, workspace, input);
        return answer(workspace.explorer.build(input), (request) => ({ text: snippet(language, request, null, ask) }));
      },
      callCap,
    ),
    copyLiveSnippet: call(
      snippetSchema,
      async ({ language, ...input }) => {
        const { explorer, grants, activity } = await services.workspace();
        const request = explorer.build(input);
        if (!request.ok) return failed(request.error);
        const token = await grants.accessToken(input.authorizationId);
        if (!token.ok) return failed(token.error);
        const clearsAt = await services.copySecret(snippet(language, request.value, token.value));
        activity.record({ account: grants.get(input.authorizationId)?.email ?? null, what: 'copy call with token', outcome: 'ok', detail: `${language} · ${input.methodId}` });
        return value({ clearsAt });
      },
      callCap,
    ),
    callHistory: call(callHistorySchema, async ({ authorizationId }) =>
      value((await (await services.workspace()).explorer.history.list(authorizationId)).map(historyDto)),
    ),
    forgetCalls: call(forgetCallsSchema, async ({ authorizationId, id }) => {
      await (await services.workspace()).explorer.history.forget(authorizationId, id);
      return done;
    }),
  };
}

function methodCallDto(called: MethodCall): MethodCallDto {
  if (called.outcome === 'invalid') return { outcome: 'invalid', problems: called.problems.map(({ field, message }) => ({ field, message })) };
  return {
    outcome: 'called',
    result: callDto(called.result),
    headers: called.headers.map(([name, text]) => ({ name, value: redact(text), meaning: headerMeaning(name) })),
    morePages: called.morePages,
  };
}

function historyDto(past: PastCall): CallHistoryRowDto {
  const { id, at, apiId, methodId, httpMethod, path, parameters, body, outcome, status, durationMs, bytes, redacted } = past;
  return { id, at, apiId, methodId, httpMethod, path, parameters, body, outcome, status, durationMs, bytes, redacted };
}

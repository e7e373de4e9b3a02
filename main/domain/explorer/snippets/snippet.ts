import type { BuiltRequest } from '../build-request.ts';
import { curlSnippet, type TokenAsk } from './curl.ts';
import { nodeSnippet } from './node.ts';
import { pythonSnippet } from './python.ts';

export type SnippetLanguage = 'curl' | 'python' | 'node';

const MAKERS: Readonly<Record<SnippetLanguage, (request: BuiltRequest, token: string | null, ask: TokenAsk | null) => string>> = { curl: curlSnippet, python: pythonSnippet, node: nodeSnippet };

/**
 * A call as code that can be run elsewhere.
 * @param token the live one; null for a variable GRANTDESK_TOKEN, and in a shell for the command that is asked for it
 */
export function snippet(language: SnippetLanguage, request: BuiltRequest, token: string | null, ask: TokenAsk | null = null): string {
  return MAKERS[language](request, token, ask);
}

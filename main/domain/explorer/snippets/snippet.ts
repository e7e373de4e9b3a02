import type { BuiltRequest } from '../build-request.ts';
import { curlSnippet } from './curl.ts';
import { nodeSnippet } from './node.ts';
import { pythonSnippet } from './python.ts';

export type SnippetLanguage = 'curl' | 'python' | 'node';

const MAKERS: Readonly<Record<SnippetLanguage, (request: BuiltRequest, token: string | null) => string>> = { curl: curlSnippet, python: pythonSnippet, node: nodeSnippet };

/**
 * A call as code that can be run elsewhere.
 * @param token the live one, or null for a variable GRANTDESK_TOKEN
 */
export function snippet(language: SnippetLanguage, request: BuiltRequest, token: string | null): string {
  return MAKERS[language](request, token);
}

import type { SnippetLanguage } from '../../../../preload/contract/explorer.ts';

export const SNIPPET_LANGUAGES = [
  { language: 'curl', name: 'curl' },
  { language: 'python', name: 'Python' },
  { language: 'node', name: 'Node.js' },
] as const satisfies readonly { readonly language: SnippetLanguage; readonly name: string }[];

export const LANGUAGE_NAME: Readonly<Record<SnippetLanguage, string>> = { curl: 'curl', python: 'Python', node: 'Node.js' };

import { sourceText } from '../shared/source-text.ts';
import type { TutorialFacts } from './facts.ts';

/** One literal a line, each ended by a comma. */
export function listed(texts: readonly string[], indent: string): string {
  return texts.map((text) => `${indent}${sourceText(text)},\n`).join('');
}

/** Comment lines on whose client file the program reads: a literal has no line break, so it cannot leave its comment. */
export function clientNote(mark: '#' | '//', { client }: TutorialFacts): string {
  const project = client.projectId === null ? '' : ` of project ${sourceText(client.projectId)}`;
  return `${mark} The client file${project}:\n${mark} ${sourceText(client.clientId)}\n`;
}

/** A comment line over a call that the scopes do not open. */
export function refusedNote(mark: '#' | '//', { email }: TutorialFacts): string {
  return `${mark} None of the scopes above opens this call${email === null ? '' : ` for ${sourceText(email)}`}: Google answers 403.\n`;
}

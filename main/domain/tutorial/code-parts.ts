import { sourceText } from '../shared/source-text.ts';
import type { TutorialFacts } from './facts.ts';

/** One literal a line, each ended by a comma. */
export function listed(texts: readonly string[], indent: string): string {
  return texts.map((text) => `${indent}${sourceText(text)},\n`).join('');
}

/** Whose client file the program reads, for a comment: a literal has no line break, so it cannot leave the comment. */
export function clientWords({ client }: TutorialFacts): string {
  return `${sourceText(client.clientId)}${client.projectId === null ? '' : `, project ${sourceText(client.projectId)}`}`;
}

/** A comment line over a call that the scopes do not open. */
export function refusedNote(mark: '#' | '//', { email }: TutorialFacts): string {
  return `${mark} None of the scopes above opens this call${email === null ? '' : ` for ${sourceText(email)}`}: Google answers 403.\n`;
}

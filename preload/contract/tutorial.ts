import { z } from 'zod';

/** The tutorial of 2013, and the same today. */
export type TutorialLanguage = 'python2013' | 'python' | 'node';
export type TutorialStep = 'flow' | 'storage' | 'run' | 'credentials' | 'authorize' | 'build';

export interface TutorialPartDto {
  readonly step: TutorialStep;
  readonly title: string;
  /** What the step does. */
  readonly what: string;
  /** What has changed since 2013, one sentence or two each. */
  readonly changed: readonly string[];
  /** Where the same happens in the app. */
  readonly here: string;
  /** All parts in their order, joined by line breaks, are a whole program. */
  readonly code: Readonly<Record<TutorialLanguage, string>>;
}

/** Filled in with a client and an account; the secret is read from the client file by the code, and stands nowhere here. */
export interface TutorialDto {
  /** Text of `client_secrets.json`, with a placeholder for the secret. */
  readonly clientFile: string;
  readonly parts: readonly TutorialPartDto[];
}

/** Ids of our records; null: placeholders stand there. The authorization must be one of that client. */
export const tutorialSchema = z.strictObject({ clientId: z.string().min(1).max(100).nullable(), authorizationId: z.string().min(1).max(100).nullable() });

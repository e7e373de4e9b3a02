import { accountMemory } from '../../../bridge/account-memory.ts';
import type { EventForm } from './event-form.ts';

/** A new event that was typed before the way to consent: it is there again if the user comes back without it. */
const drafts = accountMemory<EventForm>();

export function keepDraft(authorizationId: string, form: EventForm): void {
  drafts.set(authorizationId, form);
}

/** Hands it out once. */
export function takeDraft(authorizationId: string): EventForm | null {
  const form = drafts.get(authorizationId) ?? null;
  drafts.delete(authorizationId);
  return form;
}

export function forgetDraft(authorizationId: string): void {
  drafts.delete(authorizationId);
}

import type { Handlers } from './answer.ts';
import { appCalls } from './app-calls.ts';
import { authorizationCalls } from './authorization-calls.ts';
import { calendarCalls } from './calendar-calls.ts';
import { clientCalls } from './client-calls.ts';
import { credentialCalls } from './credential-calls.ts';
import { consentCalls } from './consent-calls.ts';
import { eventCalls } from './event-calls.ts';
import { groupCalls } from './group-calls.ts';
import { practiceCalls } from './practice-calls.ts';
import { activityCalls } from './activity-calls.ts';
import { apiCalls } from './api-calls.ts';
import { explorerCalls } from './explorer-calls.ts';
import { insightCalls } from './insight-calls.ts';
import { receiptCalls } from './receipt-calls.ts';
import { sweepCalls } from './sweep-calls.ts';
import { tokenLifeCalls } from './token-life-calls.ts';
import { scriptCalls } from './script-calls.ts';
import type { Services } from './services.ts';
import { testCalls } from './test-calls.ts';
import { tutorialCalls } from './tutorial-calls.ts';
import { vaultCalls } from './vault-calls.ts';

/** A handler for every call of the contract; the type names one that is forgotten. */
export function allHandlers(services: Services): Handlers {
  return {
    ...appCalls(services),
    ...vaultCalls(services.keyring, () => services.lock()),
    ...clientCalls(services),
    ...credentialCalls(services),
    ...authorizationCalls(services),
    ...consentCalls(services),
    ...testCalls(services),
    ...calendarCalls(services),
    ...eventCalls(services),
    ...groupCalls(services),
    ...activityCalls(services),
    ...apiCalls(services),
    ...explorerCalls(services),
    ...insightCalls(services),
    ...receiptCalls(services),
    ...tokenLifeCalls(services),
    ...sweepCalls(services),
    ...scriptCalls(services),
    ...tutorialCalls(services),
    ...practiceCalls(services),
  };
}

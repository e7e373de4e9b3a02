import type { ConsentAttemptDto } from '../../../../preload/contract/consent.ts';
import { NOW, SCOPE } from '../../authorizations/testing/samples.ts';

/** An attempt waiting in the app window, for component tests. */
export function attempt(over: Partial<ConsentAttemptDto> = {}): ConsentAttemptDto {
  return {
    id: 'try-1',
    purpose: 'new',
    authorizationId: null,
    surface: 'app-window',
    moved: null,
    client: { id: 'c1', label: 'rota-sync', type: 'installed' },
    expectedEmail: null,
    scopes: [SCOPE.events, SCOPE.groups, SCOPE.drive, SCOPE.openid],
    comesBackTo: '127.0.0.1:49217',
    startedAt: NOW,
    deadlineAt: NOW + 300_000,
    step: 'B',
    stepsDone: [{ step: 'A', at: NOW }],
    ignored: [],
    hops: [],
    outcome: null,
    ...over,
  };
}

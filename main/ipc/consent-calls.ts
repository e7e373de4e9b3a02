import { consentRefSchema, pasteAddressSchema, startConsentSchema, type ConsentAttemptDto } from '../../preload/contract/consent.ts';
import { answer, answerDone, ask, call, done, failed, value, type Handlers } from './answer.ts';
import { consentDto } from './consent-dto.ts';
import type { Services } from './services.ts';
import { isVaultOpen } from './vault-open.ts';

type ConsentCalls = Pick<
  Handlers,
  'consent' | 'startConsent' | 'cancelConsent' | 'dismissConsent' | 'copyConsentLink' | 'pasteConsentAddress' | 'showConsentSurface'
>;

/** The attempt as the page may see it: none while the vault is locked, since it names an account and what that granted. */
export async function shownConsent(services: Pick<Services, 'keyring' | 'workspace'>): Promise<ConsentAttemptDto | null> {
  const attempt = (await services.workspace()).consent.current();
  return attempt === null || !isVaultOpen(services) ? null : consentDto(attempt);
}

export function consentCalls(services: Services): ConsentCalls {
  const consent = async () => (await services.workspace()).consent;
  return {
    consent: ask(async () => value(await shownConsent(services))),
    startConsent: call(startConsentSchema, async ({ clientId, ...start }) =>
      answer(await (await consent()).start({ clientRef: clientId, ...start }), consentDto),
    ),
    cancelConsent: call(consentRefSchema, async ({ id }) => answerDone((await consent()).cancel(id))),
    dismissConsent: call(consentRefSchema, async ({ id }) => answerDone((await consent()).dismiss(id))),
    copyConsentLink: call(consentRefSchema, async ({ id }) => {
      const link = (await consent()).link(id);
      if (!link.ok) return failed(link.error);
      // No secret, and useless once the attempt is over: it may stay in the clipboard.
      await services.copyText(link.value);
      return done;
    }),
    pasteConsentAddress: call(pasteAddressSchema, async ({ id, address }) => answerDone((await consent()).paste(id, address))),
    showConsentSurface: call(consentRefSchema, async ({ id }) => answerDone(await (await consent()).show(id))),
  };
}

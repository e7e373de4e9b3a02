import { consentRefSchema, pasteAddressSchema, startConsentSchema } from '../../preload/contract/consent.ts';
import { answer, answerDone, ask, call, done, failed, value, type Handlers } from './answer.ts';
import { consentDto } from './consent-dto.ts';
import type { Services } from './services.ts';

type ConsentCalls = Pick<
  Handlers,
  'consent' | 'startConsent' | 'cancelConsent' | 'dismissConsent' | 'copyConsentLink' | 'pasteConsentAddress' | 'showConsentSurface'
>;

export function consentCalls(services: Services): ConsentCalls {
  const consent = async () => (await services.workspace()).consent;
  return {
    consent: ask(async () => {
      const attempt = (await consent()).current();
      return value(attempt === null ? null : consentDto(attempt));
    }),
    startConsent: call(startConsentSchema, async ({ clientId, scopes, surface, purpose, authorizationId }) =>
      answer(await (await consent()).start({ clientRef: clientId, scopes, surface, purpose, authorizationId }), consentDto),
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

import { describe, expect, it } from 'vitest';
import { consentDeadlineMs } from './consent-deadline.ts';

describe('the deadline of a consent', () => {
  it('is set by the environment of an unpackaged run', () => {
    expect(consentDeadlineMs({ GRANTDESK_CONSENT_SECONDS: '3' }, false)).toBe(3000);
  });

  it('is the usual one in a package, and for anything that is no number of seconds', () => {
    expect(consentDeadlineMs({ GRANTDESK_CONSENT_SECONDS: '3' }, true)).toBeUndefined();
    for (const text of [undefined, '', '0', '-1', '1.5', '1e9', '9999']) {
      expect(consentDeadlineMs({ GRANTDESK_CONSENT_SECONDS: text }, false), text).toBeUndefined();
    }
  });
});

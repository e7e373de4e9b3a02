import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CALENDAR, GrantWorld, HOUR, SIGN_IN } from '../testing/grant-world.ts';
import { jwt } from '../testing/jwt.ts';
import type { Authorization } from './authorization.ts';
import { investigate } from './detective.ts';
import type { CaseFile, Cause } from './detective-case.ts';

const DAY = 24 * HOUR;
const NOTED = ['time-over', 'revoked', 'revoked-along', 'drop-unfinished', 'deleted-client', 'client-secret-wrong', 'admin-policy-enforced', 'reauthentication-required'];

describe('the detective', () => {
  let base: Authorization;
  beforeAll(async () => {
    const world = await GrantWorld.open();
    base = world.grants.get(await world.granted('ana')) as Authorization;
  });

  const problem = (code: string) => ({ code, message: 'x', hint: null });
  const file = (over: Partial<CaseFile> & { readonly of?: Partial<Authorization> } = {}): CaseFile => {
    const { of, ...rest } = over;
    const authorization = { ...base, mark: 'sign-in-needed' as const, markReason: problem('sign-in-needed'), ...of };
    return { authorization, now: base.consentedAt + 3 * DAY, clientStored: true, publishing: undefined, siblings: [], noticedAt: null, goneBeforeRevoke: false, ...rest };
  };
  const found = (of: CaseFile, code: string): Cause | undefined => investigate(of).find((one) => one.code === code);

  it.each(NOTED)('is certain of what was noted: %s', (code) => {
    const mark = code.startsWith('revoked') || code === 'time-over' || code === 'drop-unfinished' ? 'revoked' : 'none';
    const [first, ...others] = investigate(file({ of: { mark, markReason: problem(code) } }));
    expect(first).toMatchObject({ code, likelihood: 'certain' });
    expect(new Set(others.map((one) => one.likelihood))).toEqual(new Set(['unlikely']));
  });

  it('is certain of an end that Google named and that has come, not of one still ahead', () => {
    const end = base.consentedAt + 7 * DAY - 1000;
    const [first] = investigate(file({ of: { refreshTokenExpiresAt: end }, now: end + HOUR }));
    expect(first).toMatchObject({ code: 'named-end', likelihood: 'certain', title: 'The seven days that Google gave are over' });
    expect(found(file({ of: { refreshTokenExpiresAt: end } }), 'named-end')?.likelihood).toBe('unlikely');
  });

  it.each([
    ['testing', 8, 'likely'],
    [undefined, 8, 'possible'],
    ['production', 8, 'unlikely'],
    ['testing', 3, 'unlikely'],
  ] as const)('weighs the seven days of Testing: marked %s, found after %i days, is %s', (publishing, days, likelihood) => {
    expect(found(file({ publishing, now: base.consentedAt + days * DAY }), 'testing')?.likelihood).toBe(likelihood);
  });

  it('goes by when the end was found, not by when it is asked', () => {
    expect(found(file({ publishing: 'testing', noticedAt: base.consentedAt + 2 * DAY, now: base.consentedAt + 30 * DAY }), 'testing')?.likelihood).toBe('unlikely');
  });

  it('exempts sign-in scopes, and what was refreshed after the seventh day', () => {
    const now = base.consentedAt + 20 * DAY;
    expect(found(file({ publishing: 'testing', now, of: { granted: SIGN_IN } }), 'testing')?.likelihood).toBe('unlikely');
    expect(found(file({ publishing: 'testing', now, of: { lastRefreshedAt: base.consentedAt + 9 * DAY } }), 'testing')?.likelihood).toBe('unlikely');
  });

  it('finds six idle months, more than a hundred tokens, Gmail, and a clock that is behind', () => {
    expect(investigate(file({ now: base.consentedAt + 190 * DAY }))[0]).toMatchObject({ code: 'idle', likelihood: 'likely' });
    expect(investigate(file({ of: { consents: 101 } }))[0]).toMatchObject({ code: 'too-many-tokens', likelihood: 'likely' });
    expect(found(file({ of: { consents: 95 } }), 'too-many-tokens')?.likelihood).toBe('possible');
    expect(found(file({ of: { granted: [...SIGN_IN, 'https://www.googleapis.com/auth/gmail.readonly'] } }), 'password-changed')?.likelihood).toBe('possible');
    expect(found(file(), 'password-changed')?.likelihood).toBe('unlikely');
    const ahead = jwt({ iat: (base.accessTokenIssuedAt ?? 0) / 1000 + 3600 });
    expect(found(file({ of: { idToken: ahead } }), 'clock')).toMatchObject({ likelihood: 'possible', evidence: ['Google dated the last ID token 60 minutes after this computer received it.'] });
  });

  it('takes siblings that ended too for a removal at Google, and living ones for the opposite', () => {
    const sibling = { ...base, id: 'other' };
    expect(investigate(file({ siblings: [{ ...sibling, mark: 'sign-in-needed' }] }))[0]).toMatchObject({ code: 'removed-at-google', likelihood: 'likely', action: 'open-connections' });
    expect(found(file({ siblings: [sibling] }), 'removed-at-google')?.likelihood).toBe('unlikely');
  });

  it('does not take a revoke that came too late for the cause', () => {
    const causes = investigate(file({ of: { mark: 'revoked', markReason: problem('revoked') }, goneBeforeRevoke: true }));
    expect(causes.some((one) => one.likelihood === 'certain')).toBe(false);
  });

  it('never claims to be certain without hard evidence, ranks by likelihood, and always leads on', () => {
    const authorization = fc.record({
      mark: fc.constantFrom('none' as const, 'sign-in-needed' as const, 'revoked' as const),
      markReason: fc.option(fc.constantFrom(...NOTED, 'sign-in-needed', 'offline').map(problem)),
      granted: fc.subarray([...SIGN_IN, CALENDAR, 'https://mail.google.com/', 'https://www.googleapis.com/auth/cloud-platform']),
      refreshTokenExpiresAt: fc.option(fc.integer({ min: 0, max: 400 }).map((days) => base.consentedAt + days * DAY)),
      lastRefreshedAt: fc.option(fc.integer({ min: 0, max: 400 }).map((days) => base.consentedAt + days * DAY)),
      consents: fc.nat(200),
      hostedDomain: fc.option(fc.constant('harbor.example')),
    });
    const files = fc.record({
      of: authorization,
      now: fc.integer({ min: 0, max: 500 }).map((days) => base.consentedAt + days * DAY),
      publishing: fc.constantFrom('testing' as const, 'production' as const, 'internal' as const, undefined),
      clientStored: fc.boolean(),
      goneBeforeRevoke: fc.boolean(),
    });
    const rank = ['certain', 'likely', 'possible', 'unlikely'];
    fc.assert(
      fc.property(files, (over) => {
        const of = file(over);
        const { markReason, refreshTokenExpiresAt: end } = of.authorization;
        const causes = investigate(of);
        const hard = (markReason !== null && NOTED.includes(markReason.code)) || (end !== null && of.now >= end - 10 * 60_000);
        if (causes.some((one) => one.likelihood === 'certain')) expect(hard).toBe(true);
        expect(causes.map((one) => rank.indexOf(one.likelihood))).toEqual(causes.map((one) => rank.indexOf(one.likelihood)).toSorted((one, other) => one - other));
        for (const one of causes) expect(one.evidence.length * one.mend.length).toBeGreaterThan(0);
      }),
    );
  });
});

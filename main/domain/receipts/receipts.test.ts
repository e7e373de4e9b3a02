import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentAttempt } from '../oauth/consent-attempt.ts';
import { ActivityList } from '../testing/activity-list.ts';
import { ConsentWorld } from '../testing/consent-world.ts';
import { CALENDAR, codeOf, GROUPS, rest } from '../testing/grant-world.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { MOST_RECEIPTS, ReceiptBook } from './receipt-book.ts';
import { receiptFile, receiptFileName, receiptHash } from './receipt-file.ts';
import { receiptPage } from './receipt-page.ts';
import { durationWords } from './receipt-words.ts';
import type { Receipt } from './receipt.ts';

function setUp() {
  const records = new MemoryRecords();
  const clock = new ManualClock();
  const activity = new ActivityList();
  const errors: unknown[] = [];
  const grant = () => ({ sub: '1001', email: 'ada.lovelace@harbor.example' });
  const book = new ReceiptBook({ records, clock, activity, grant, reportError: (error) => errors.push(error) });
  return { records, clock, activity, errors, book };
}

/** A consent that went through, as the service settles it. */
async function consented() {
  const world = await ConsentWorld.open();
  world.tokensFor('ana');
  await world.begun({ scopes: [CALENDAR, GROUPS] });
  world.loopback.receive(world.answer());
  await rest();
  return world.attempt;
}

/** Its receipt, as the book keeps it. */
async function kept(of?: ConsentAttempt): Promise<Receipt> {
  const { book } = setUp();
  const attempt = of ?? (await consented());
  await book.keep(attempt);
  const found = await book.get(attempt.id);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

describe('the receipt book', () => {
  it('keeps what a consent came to', async () => {
    const { book, errors } = setUp();
    const attempt = await consented();
    await book.keep(attempt);
    const [receipt, ...more] = await book.list();
    expect([more, errors]).toEqual([[], []]);
    expect(receipt).toMatchObject({
      id: attempt.id,
      outcome: 'granted',
      account: { email: 'ada.lovelace@harbor.example' },
      asked: attempt.scopes,
      refused: [GROUPS],
      error: null,
    });
    expect(receipt?.hops).toEqual(attempt.hops);
  });

  it('keeps a failed attempt under the authorization it was about, and nobody’s name', async () => {
    const { book } = setUp();
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    const { id } = await world.begun({ purpose: 'reauthorize', authorizationId: ana });
    world.consent.cancel(id);
    await book.keep(world.attempt);
    expect(await book.list()).toMatchObject([{ outcome: 'cancelled', authorizationId: ana, account: null, granted: [] }]);
  });

  it('keeps nothing of a pending attempt', async () => {
    const { book } = setUp();
    const world = await ConsentWorld.open();
    await book.keep(await world.begun());
    expect(await book.list()).toEqual([]);
  });

  it('lists newest first and lets the oldest go', async () => {
    const { book, clock, records } = setUp();
    const attempt = await consented();
    for (let round = 0; round < MOST_RECEIPTS; round += 1) await records.put('receipt', `old-${String(round)}`, { ...(await kept(attempt)), endedAt: round });
    clock.advance(1);
    await book.keep(attempt);
    const ids = (await book.list()).map(({ id }) => id);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([MOST_RECEIPTS, attempt.id, 'old-1']);
  });

  it('reports a write that fails, and the consent goes on', async () => {
    const { book, records, errors } = setUp();
    records.full = true;
    await book.keep(await consented());
    expect(errors).toHaveLength(1);
    records.full = false;
    expect(await book.list()).toEqual([]);
  });

  it('has a receipt in the list that is asked for while it is being written', async () => {
    const { book, records } = setUp();
    let open: () => void = () => undefined;
    records.gate = new Promise((resolve) => { open = resolve; });
    void book.keep(await consented());
    const listed = book.list();
    const settled = book.settle();
    open();
    expect(await listed).toHaveLength(1);
    await settled;
  });

  it('removes one, and says so once', async () => {
    const { book, activity } = setUp();
    const attempt = await consented();
    await book.keep(attempt);
    expect(codeOf(await book.remove(attempt.id))).toBe('ok');
    expect(codeOf(await book.remove(attempt.id))).toBe('ok');
    expect(codeOf(await book.get(attempt.id))).toBe('receipt-missing');
    expect(activity.entries.map(({ what }) => what)).toEqual(['remove receipt']);
  });

  it('leaves alone what is no receipt', async () => {
    const { book, records } = setUp();
    for (const [at, value] of [null, 'x', {}, { client: {} }, { ...(await kept()), outcome: 'other' }].entries()) await records.put('receipt', String(at), value);
    expect(await book.list()).toEqual([]);
  });

  it('reads a receipt whose hops are damaged without them', async () => {
    const { book, records } = setUp();
    const receipt = await kept();
    await records.put('receipt', 'r', { ...receipt, hops: [null, { at: 1, kind: 'unheard-of', from: 'owner', to: 'client', title: 't' }, receipt.hops[0]] });
    expect((await book.list())[0]?.hops).toEqual([receipt.hops[0]]);
  });
});

describe('an exported receipt', () => {
  it('is a file of a named format whose hash anybody can compute', async () => {
    const receipt = await kept();
    const file = JSON.parse(await receiptFile(receipt)) as Record<string, unknown>;
    expect(Object.keys(file)).toEqual(['format', 'version', 'sha256', 'how', 'receipt', 'scopes']);
    expect(file).toMatchObject({ format: 'grantdesk.receipt', version: 1, sha256: await receiptHash(receipt) });
    expect(file['receipt']).toEqual(JSON.parse(JSON.stringify(receipt)));
    expect(file['scopes']).toContainEqual(expect.objectContaining({ scope: CALENDAR, product: 'Calendar' }));
  });

  it('has another hash when anything in it is another', async () => {
    const receipt = await kept();
    const hash = await receiptHash(receipt);
    expect(await receiptHash(JSON.parse(JSON.stringify(receipt)) as Receipt)).toBe(hash);
    for (const change of [{ endedAt: receipt.endedAt + 1 }, { granted: [...receipt.granted, GROUPS] }, { hops: receipt.hops.slice(1) }]) {
      expect(await receiptHash({ ...receipt, ...change })).not.toBe(hash);
    }
  });

  it('has a name that tells account and day, and leaves its folder never', async () => {
    const receipt = { ...(await kept()), endedAt: Date.UTC(2026, 10, 26, 12) };
    expect(receiptFileName(receipt, 'json')).toBe('receipt-ada.lovelace@harbor.example-2026-11-26.json');
    expect(receiptFileName({ ...receipt, account: null, outcome: 'failed' }, 'pdf')).toBe('receipt-failed-2026-11-26.pdf');
    expect(receiptFileName({ ...receipt, account: { sub: '1', email: '../a/b\\c:d' } }, 'pdf')).toBe('receipt-.._a_b_c_d-2026-11-26.pdf');
  });
});

describe('the page of a receipt', () => {
  it('says who, when, what and how, with the hash', async () => {
    const receipt = { ...(await kept()), startedAt: Date.UTC(2026, 10, 26, 9, 41, 48), endedAt: Date.UTC(2026, 10, 26, 9, 42, 3) };
    const page = receiptPage(receipt, { sha256: 'ab'.repeat(32), timeZone: 'UTC' });
    for (const part of ['ada.lovelace@harbor.example', '26 November 2026 at 09:42:03 UTC', 'took 15.0 s', 'harbor-rota', CALENDAR, 'Likely sensitive', 'Token request', 'ab'.repeat(32), 'Refused <span>1</span>']) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('Not asked for');
  });

  it('tells of a failure and of another account', async () => {
    const receipt = await kept();
    const page = receiptPage(
      { ...receipt, outcome: 'failed', error: { code: 'x', message: 'Google said no.', hint: 'Ask again.' }, account: null, granted: [], refused: [] },
      { sha256: '' },
    );
    expect(page).toContain('Google said no. Ask again.');
    expect(page).toContain('Nobody consented');
    expect(receiptPage({ ...receipt, otherAccount: { expected: 'ada@x', actual: 'bo@x' } }, { sha256: '' })).toContain('bo@x agreed, not ada@x');
  });

  it('lets nothing from outside become markup', async () => {
    const receipt = await kept();
    const hostile = fc.stringMatching(/^[<>"'&a-z/=! ]{1,30}$/);
    const plain = receiptPage(receiptWith(receipt, 'x'), { sha256: 'x' }).match(/<[^>]*>/g)?.length;
    fc.assert(
      fc.property(hostile, (of) => {
        const page = receiptPage(receiptWith(receipt, of), { sha256: of });
        expect(page.match(/<[^>]*>/g)?.length).toBe(plain);
        expect(page).not.toMatch(/<script|<img|<iframe|javascript:|https?:\/\/[^"<]*"/i);
      }),
    );
  });
});

/** Every text of a receipt that comes from outside. */
function receiptWith(receipt: Receipt, of: string): Receipt {
  return {
    ...receipt,
    account: { sub: of, email: of },
    client: { clientId: of, projectId: of, type: 'web' },
    error: { code: of, message: of, hint: of },
    asked: [of],
    granted: [of],
    refused: [of],
    unexpected: [`${of}.`],
    otherAccount: { expected: of, actual: of },
    hops: receipt.hops.map((hop) => ({ ...hop, title: of, address: hop.address === null ? null : of, note: hop.note === null ? null : of })),
  };
}

describe('a duration', () => {
  it.each([[0, '0 ms'], [-5, '0 ms'], [999, '999 ms'], [1_000, '1.0 s'], [59_999, '59.9 s'], [125_000, '2 min 5 s']])('of %i ms is %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});

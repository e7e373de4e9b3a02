import { describe, expect, it } from 'vitest';
import { CountingRandom } from '../testing/counting-random.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { UNKNOWN_PROGRAM, type Program } from './program.ts';
import { QUESTION_MS, Questions, QUIET_MS, type Question } from './questions.ts';

const program: Program = { key: 'a'.repeat(64), kind: 'script', name: 'backup.sh', path: '/home/ada/backup.sh', runBy: '/bin/bash' };
const question: Question = { program, account: { authorizationId: 'a1', email: 'ada@harbor.example' }, method: null, granted: ['one', 'two'], asked: ['one'] };

function setUp() {
  const clock = new ManualClock();
  const shown: (string | null)[] = [];
  const questions: Questions = new Questions({ clock, random: new CountingRandom(), onChange: () => shown.push(questions.current()?.program.name ?? null) });
  const ask = (of: Partial<Question> = {}, signal = new AbortController().signal) => questions.ask({ ...question, ...of }, signal);
  const idOf = (): string => questions.current()?.id ?? '';
  return { clock, questions, shown, ask, idOf };
}

describe('a question to the user', () => {
  it('ends with the answer, and no more is allowed than was granted', async () => {
    const { questions, ask, idOf, shown } = setUp();
    const answer = ask();
    expect(questions.answer(idOf(), { kind: 'always', ceiling: ['two', 'three'] })).toBe(true);
    expect(await answer).toEqual({ kind: 'always', ceiling: ['two'] });
    expect(shown).toEqual(['backup.sh', null]);
  });

  it('is not kept for what cannot be recognised again, whatever the page says', async () => {
    const { questions, ask, idOf } = setUp();
    const answer = ask({ program: UNKNOWN_PROGRAM });
    questions.answer(idOf(), { kind: 'always', ceiling: ['one'] });
    expect(await answer).toEqual({ kind: 'once', ceiling: ['one'] });
  });

  it('is refused after a minute', async () => {
    const { clock, ask, questions, idOf } = setUp();
    const answer = ask();
    const id = idOf();
    clock.advance(QUESTION_MS);
    expect(await answer).toMatchObject({ kind: 'no', why: { code: 'script-unanswered' } });
    expect(questions.answer(id, { kind: 'once', ceiling: ['one'] })).toBe(false);
  });

  it('goes when the command, or the vault, goes', async () => {
    const { ask, questions } = setUp();
    const gone = new AbortController();
    const answer = ask({}, gone.signal);
    gone.abort();
    expect(await answer).toMatchObject({ kind: 'no', why: { code: 'script-gone' } });
    expect(questions.current()).toBeNull();
    expect(await ask({}, gone.signal)).toMatchObject({ kind: 'no', why: { code: 'script-gone' } });
  });

  it('turned down is not put again for a while, for this program alone', async () => {
    const { clock, questions, ask, idOf } = setUp();
    const first = ask();
    questions.answer(idOf(), { kind: 'no' });
    expect(await first).toMatchObject({ kind: 'no', why: { code: 'script-denied' } });
    expect(await ask()).toMatchObject({ kind: 'no', why: { code: 'script-denied', hint: `It can ask again in ${QUIET_MS / 1000} s.` } });
    void ask({ program: { ...program, key: 'b'.repeat(64), name: 'other.sh' } });
    expect(questions.current()?.program.name).toBe('other.sh');
    questions.answer(idOf(), { kind: 'once', ceiling: ['one'] });
    clock.advance(QUIET_MS);
    void ask();
    expect(questions.current()?.program.name).toBe('backup.sh');
  });

  it('waits its turn, and there is an end to waiting', async () => {
    const { questions, ask, idOf } = setUp();
    const asked = Array.from({ length: 8 }, (_, at) => ask({ program: { ...program, key: `${at}`.repeat(64), name: `${at}.sh` } }));
    expect(await ask()).toMatchObject({ kind: 'no', why: { code: 'script-busy' } });
    for (let at = 0; at < 8; at += 1) {
      expect(questions.current()?.program.name).toBe(`${at}.sh`);
      questions.answer(idOf(), { kind: 'once', ceiling: [] });
      await asked[at];
    }
  });
});

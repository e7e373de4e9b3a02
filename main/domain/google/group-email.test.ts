import { describe, expect, it } from 'vitest';
import { validateGroupEmail } from './group-email.ts';

describe('validateGroupEmail', () => {
  it.each([
    ['choir@harbor.example', 'choir@harbor.example'],
    ['  choir@harbor.example \n', 'choir@harbor.example'],
    ["o'hara+rota/1@mail.harbor.example", "o'hara+rota/1@mail.harbor.example"],
    ['chor@hafen-straße.example', 'chor@hafen-straße.example'],
  ])('accepts %j', (text, email) => {
    expect(validateGroupEmail(text)).toEqual({ ok: true, value: email });
  });

  it.each([
    ['', /missing/],
    ['   ', /missing/],
    ['choir', /has an @/],
    ['03x8tuzt1abc', /has an @/],
    ['choir@harbor', /domain/],
    ['@harbor.example', /before the @/],
    ['a@b@harbor.example', /has one @/],
    ['a@x.example, b@x.example', /one plain/],
    ['Choir <choir@harbor.example>', /one plain/],
    ['choir@harbor..example', /valid/],
    ['choir@-harbor.example', /valid/],
    ['choir@.example', /valid/],
    ['choir@harbor.example/../x', /valid/],
    [`${'a'.repeat(65)}@harbor.example`, /valid/],
    ['cho\u0007ir@harbor.example', /valid/],
    ['cho\ud800ir@harbor.example', /valid/],
  ])('refuses %j in one sentence', (text, message) => {
    const outcome = validateGroupEmail(text);
    expect(outcome.ok ? null : outcome.error).toMatchObject({ code: 'group-email-invalid', message: expect.stringMatching(message) as string });
    expect(outcome.ok ? null : outcome.error.message.match(/\./g)).toHaveLength(1);
  });
});

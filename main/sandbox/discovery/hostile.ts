/** Everything a document could try, around what is real in it. */
export function hostileDocument(real: Readonly<Record<string, unknown>>): string {
  const many = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [
      `m${index}`,
      { id: `calendar.many.m${index}`, httpMethod: 'GET', path: `many/m${index}`, scopes: ['https://www.googleapis.com/auth/calendar.readonly'] },
    ]),
  );
  const foreign = Object.fromEntries(
    ['//attacker.example/x', 'https://attacker.example/x', '\\\\attacker.example\\x', '../../../token', 'a\r\nHost: attacker.example', '{+anything}'].map((path, index) => [
      `f${index}`,
      { id: `calendar.foreign.f${index}`, httpMethod: 'GET', path, scopes: [] },
    ]),
  );
  const circle = { id: 'Circle', type: 'object', properties: { again: { $ref: 'Circle' }, other: { $ref: 'Loop' } } };
  const loop = { id: 'Loop', type: 'object', properties: { back: { $ref: 'Circle' } }, additionalProperties: { $ref: 'Loop' } };
  const markup = '<img src=x onerror="document.title=\'taken\'"><script>document.title = "taken"</script>';
  const document = {
    ...real,
    title: `Calendar ${markup}`,
    description: markup,
    resources: {
      ...(real['resources'] as object),
      many: { methods: many },
      foreign: { methods: foreign },
      circle: {
        methods: {
          post: { id: 'calendar.circle.post', description: markup, httpMethod: 'POST', path: 'circle', request: { $ref: 'Circle' }, scopes: ['https://www.googleapis.com/auth/calendar'] },
        },
      },
    },
    schemas: { ...(real['schemas'] as object), Circle: circle, Loop: loop },
  };
  // JSON.stringify writes no key of this name; a server can.
  return JSON.stringify(document).replace(/^\{/, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},');
}

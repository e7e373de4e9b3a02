import { describe, expect, it } from 'vitest';
import { clientIdNotice, clientIdProblem, isPlaceholder } from './client-id.ts';

describe('a client ID', () => {
  it.each(['418203957716-p7desk.apps.googleusercontent.com', '418203957716.apps.googleusercontent.com'])('%s is like those of Google', (clientId) => {
    expect(clientIdProblem(clientId)).toBeNull();
    expect(clientIdNotice(clientId)).toBeNull();
  });

  it.each(['stand-in', 'x.apps.googleusercontent.com.example', '-1.apps.googleusercontent.com'])('%s is unusual, and accepted', (clientId) => {
    expect(clientIdProblem(clientId)).toBeNull();
    expect(clientIdNotice(clientId)?.code).toBe('client-id-unusual');
  });

  it.each(['[[INSERT CLIENT ID HERE]]', ' [[x]]\n', '<client id>', '{{CLIENT_ID}}', '${CLIENT_ID}', 'YOUR_CLIENT_ID', 'insert-id-here', 'my-client-id'])(
    '%s is a placeholder',
    (text) => {
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  it.each(['418203957716-your.apps.googleusercontent.com', 'my-stand-in', 'yours', ''])('%j is none', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

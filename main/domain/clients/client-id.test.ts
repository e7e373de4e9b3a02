import { describe, expect, it } from 'vitest';
import { clientIdNotice, clientLabel, projectNumberOf } from './client-id.ts';

describe('a client ID', () => {
  it.each([
    ['418203957716-p7desk.apps.googleusercontent.com', '418203957716'],
    ['418203957716.apps.googleusercontent.com', '418203957716'],
    ['stand-in', null],
    ['-1.apps.googleusercontent.com', null],
  ])('%s belongs to project %s', (clientId, projectNumber) => {
    expect(projectNumberOf(clientId)).toBe(projectNumber);
  });

  it('of Google gives no notice', () => {
    expect(clientIdNotice('418203957716-p7desk.apps.googleusercontent.com')).toBeNull();
    expect(clientIdNotice('418203957716.apps.googleusercontent.com')).toBeNull();
    expect(clientIdNotice('x.apps.googleusercontent.com.example')?.code).toBe('client-id-unusual');
  });

  it('gives a label when the project has no name', () => {
    expect(clientLabel({ clientId: 'x', projectId: 'rota-sync' })).toBe('rota-sync');
    expect(clientLabel({ clientId: '1-abc.apps.googleusercontent.com', projectId: null })).toBe('1-abc');
    expect(clientLabel({ clientId: `418203957716-${'a'.repeat(32)}.apps.googleusercontent.com`, projectId: null })).toBe('418203957716-aaaaaaaaaaa…');
  });
});

import { describe, expect, it } from 'vitest';
import { projectNumberOf } from './project-number.ts';

describe('the project number of a client id', () => {
  it('is what stands before the dash, or before the dot of the oldest ids', () => {
    expect(projectNumberOf('418203957716-p7desk.apps.googleusercontent.com')).toBe('418203957716');
    expect(projectNumberOf('418203957716.apps.googleusercontent.com')).toBe('418203957716');
  });

  it('is unknown for an id of another form', () => {
    for (const id of ['', 'desk-1.apps.googleusercontent.com', '418203957716', '41x-1.apps.googleusercontent.com']) expect(projectNumberOf(id)).toBeNull();
  });
});

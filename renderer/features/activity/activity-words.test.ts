import { describe, expect, it } from 'vitest';
import { activityWords } from './activity-words.ts';

describe('activity words', () => {
  it('says what happened as the buttons say it', () => {
    expect(activityWords('revoke')).toEqual({ words: 'Revoke at Google', method: null });
    expect(activityWords('copy refresh token')).toEqual({ words: 'Copy refresh token', method: null });
  });

  it('keeps the method of a call as Google writes it', () => {
    expect(activityWords('call calendar.calendarList.list')).toEqual({ words: 'Call', method: 'calendar.calendarList.list' });
    expect(activityWords('call calendar.events.patch')).toEqual({ words: 'Change event', method: 'calendar.events.patch' });
  });
});

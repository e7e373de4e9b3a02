export type ApiId = 'calendar' | 'groupssettings';

interface Method {
  /** Its id in the discovery document. */
  readonly id: string;
  readonly verb: 'GET';
  readonly path: string;
  readonly about: string;
  /** Path parameters by their API names, all required. */
  readonly parameters: readonly string[];
  readonly hints: Readonly<Record<string, string>>;
}

export const apis: readonly { readonly id: ApiId; readonly title: string }[] = [
  { id: 'calendar', title: 'Calendar API v3' },
  { id: 'groupssettings', title: 'Groups Settings API v1' },
];

const METHOD: Readonly<Record<ApiId, Method>> = {
  calendar: {
    id: 'calendar.calendarList.list',
    verb: 'GET',
    path: '/calendar/v3/users/me/calendarList',
    about: 'The calendars on the account’s calendar list.',
    parameters: [],
    hints: {},
  },
  groupssettings: {
    id: 'groupsSettings.groups.get',
    verb: 'GET',
    path: '/groups/v1/groups/{groupUniqueId}',
    about: 'The settings of one group.',
    parameters: ['groupUniqueId'],
    hints: { groupUniqueId: 'The group’s email address' },
  },
};

export function methodOf(api: ApiId): Method {
  return METHOD[api];
}

export function methodsOf(api: ApiId): readonly string[] {
  return [METHOD[api].id];
}

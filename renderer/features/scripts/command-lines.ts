import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';

export interface Example {
  readonly title: string;
  readonly line: string;
}

/** For a POSIX shell: as it is where that is safe, in single quotes elsewhere. */
export function word(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Lines that work with the user's own account and scopes. @param apis origin of the APIs: a token of a stand-in is not sent to Google */
export function examplesFor(command: string, authorization: AuthorizationDto, apis: string): readonly Example[] {
  const account = word(authorization.account.email);
  const scopes = authorization.granted.filter(({ signIn }) => !signIn);
  const [scope] = scopes;
  const narrow = scope === undefined ? '' : ` --scopes ${word(scope.shortName)}`;
  const calendar = scopes.some(({ shortName }) => shortName === 'calendar' || shortName === 'calendar.readonly');
  return [
    { title: 'An access token, for one scope', line: `TOKEN=$(${command} token ${account}${narrow})` },
    {
      title: 'In a header for curl',
      line: `curl -H "$(${command} header ${account}${narrow})" ${apis}${calendar ? '/calendar/v3/users/me/calendarList' : '/…'}`,
    },
    ...(calendar ? [{ title: 'A call; the token stays in Grantdesk', line: `${command} call calendar events.list --account ${account} --calendarId primary --maxResults 5` }] : []),
    { title: 'The accounts', line: `${command} list` },
  ];
}

export function completionLines(command: string): readonly Example[] {
  return [
    { title: 'bash', line: `${command} completion bash > ~/.local/share/bash-completion/completions/grantdesk` },
    { title: 'zsh', line: `${command} completion zsh > "\${fpath[1]}/_grantdesk"` },
    { title: 'fish', line: `${command} completion fish > ~/.config/fish/completions/grantdesk.fish` },
  ];
}

import type { Verb } from './command-words.ts';
import { EXIT_WORDS } from './exit-codes.ts';

const GENERAL = `Access tokens and calls for scripts, from the running Grantdesk. It asks you before a program gets anything, and
never hands out a refresh token.

Usage: grantdesk <command> [options]

  token <account>           print an access token
  header <account>          print it as a header: curl -H "$(grantdesk header ada@example.com)" …
  call <api> <method>       send a call; the token stays in Grantdesk
  list                      the accounts, their state and their scopes
  completion <shell>        a completion script for bash, zsh or fish
  help [command]            this text, or that of one command

<account> is an email address or the beginning of one.

Options of every command
  --json                    JSON on standard output; errors as one line of JSON on standard error
  --timeout <seconds>       give up after so long (120)
  --no-start                do not start Grantdesk when it is not running
  --user-data-dir=<folder>  another profile, as for the app
  -h, --help                help
  --version                 the version

Exit codes
${EXIT_WORDS.map(([code, words]) => `  ${String(code).padStart(3)}  ${words}`).join('\n')}
`;

const OF_VERB: Readonly<Record<Verb, string>> = {
  token: `Usage: grantdesk token <account> [--scopes <scope,…>] [--client <id>] [--json]

Prints an access token and nothing else. It lives an hour at most; ask again instead of keeping it.

  --scopes <scope,…>  a token for these scopes only, by short name (calendar.readonly) or in full; each has to be granted as it is.
                      Without it: all scopes that you allowed this program
  --client <id>       which client, when the account has authorizations with several: its id or the beginning of it, or its name
  --json              with account, scopes and end

  grantdesk token ada@example.com --scopes calendar.readonly
`,
  header: `Usage: grantdesk header <account> [--scopes <scope,…>] [--client <id>]

Prints “Authorization: Bearer …” with an access token; the options are those of token.

  curl -H "$(grantdesk header ada@example.com --scopes calendar.readonly)" https://www.googleapis.com/calendar/v3/users/me/calendarList
`,
  call: `Usage: grantdesk call <api> <method> [--account <account>] [--<parameter> <value>]… [--body <json>|@<file>|-] [--all-pages]

Sends one call of a method that the API Explorer knows, checked as it checks it, and prints the body of the answer.
No token leaves Grantdesk.

  --account <account>      which account; not needed when there is only one
  --client <id>            which client, when the account has several
  --<parameter> <value>    a parameter of the method; again for one that takes several values
  -p, --param name=value   the same, for a parameter whose name is an option here
  --body <json>            the body: JSON text, @file, or - for standard input
  --all-pages              follow nextPageToken, 50 pages at most

  grantdesk call calendar events.list --account ada@example.com --calendarId primary --maxResults 5
`,
  list: `Usage: grantdesk list [--json|--table]

The accounts with client, state and scopes: a table on a terminal, JSON elsewhere. No token.
`,
  completion: `Usage: grantdesk completion bash|zsh|fish

Prints a completion script.

  bash  grantdesk completion bash > ~/.local/share/bash-completion/completions/grantdesk
  zsh   grantdesk completion zsh > "\${fpath[1]}/_grantdesk"
  fish  grantdesk completion fish > ~/.config/fish/completions/grantdesk.fish
`,
  help: GENERAL,
};

export function helpText(verb: Verb | null): string {
  return verb === null ? GENERAL : OF_VERB[verb];
}

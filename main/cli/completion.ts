import type { Shell } from './arguments.ts';
import { VERBS, type Verb } from './command-words.ts';

const EVERYWHERE = ['--json', '--timeout', '--no-start', '--help'];
const OPTIONS: Readonly<Record<Verb, readonly string[]>> = {
  token: ['--scopes', '--client', ...EVERYWHERE],
  header: ['--scopes', '--client', ...EVERYWHERE],
  call: ['--account', '--client', '--param', '--body', '--all-pages', ...EVERYWHERE],
  list: ['--table', ...EVERYWHERE],
  completion: ['bash', 'zsh', 'fish'],
  help: VERBS.filter((verb) => verb !== 'help'),
};

/** Only words that are always the same: completing an account would ask Grantdesk, and with it the user. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell]();
}

const SCRIPTS: Readonly<Record<Shell, () => string>> = {
  bash: () => `# bash completion for grantdesk
_grantdesk() {
  local current=\${COMP_WORDS[COMP_CWORD]} verb='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) verb=$word; break ;; esac
  done
  case $verb in
${VERBS.map((verb) => `    ${verb}) COMPREPLY=($(compgen -W '${OPTIONS[verb].join(' ')}' -- "$current")) ;;`).join('\n')}
    *) COMPREPLY=($(compgen -W '${[...VERBS, '--help', '--version'].join(' ')}' -- "$current")) ;;
  esac
}
complete -o default -F _grantdesk grantdesk
`,
  zsh: () => `#compdef grantdesk
_grantdesk() {
  local -a words_here
  if (( CURRENT == 2 )); then
    words_here=(${[...VERBS, '--help', '--version'].join(' ')})
  else
    case \${words[2]} in
${VERBS.map((verb) => `      ${verb}) words_here=(${OPTIONS[verb].join(' ')}) ;;`).join('\n')}
    esac
  fi
  compadd -- $words_here
}
compdef _grantdesk grantdesk
`,
  fish: () =>
    [
      '# fish completion for grantdesk',
      'complete -c grantdesk -f',
      `complete -c grantdesk -n __fish_use_subcommand -a '${VERBS.join(' ')}'`,
      'complete -c grantdesk -n __fish_use_subcommand -l help',
      'complete -c grantdesk -n __fish_use_subcommand -l version',
      ...VERBS.flatMap((verb) =>
        OPTIONS[verb].map((word) => `complete -c grantdesk -n '__fish_seen_subcommand_from ${verb}' ${word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`}`),
      ),
      '',
    ].join('\n'),
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProcess, type Running } from './read-process.ts';

const at = (exe: string, words: string, terminal = true): Running => readProcess({ exe, arguments: words.split(' '), terminal });
const script = (file: string, ...options: string[]): Running => ({ kind: 'script', file, options });

describe('what a process runs', () => {
  it.each<[string, string, Running]>([
    ['/usr/bin/bash', 'bash backup.sh --fast', script('backup.sh')],
    ['/usr/bin/bash', '/bin/bash -eu /home/ada/backup.sh', script('/home/ada/backup.sh', '-eu')],
    ['/usr/bin/bash', 'bash -o pipefail backup.sh', script('backup.sh', '-o', 'pipefail')],
    ['/usr/bin/bash', 'bash -- -odd.sh', script('-odd.sh', '--')],
    ['/usr/bin/dash', 'sh -c x', { kind: 'shell-command', text: 'x' }],
    ['/usr/bin/bash', 'bash -lc x', { kind: 'shell-command', text: 'x' }],
    ['/usr/bin/bash', '-bash', { kind: 'interactive' }],
    ['/usr/bin/zsh', 'zsh -i', { kind: 'interactive' }],
    ['/usr/bin/busybox', 'sh x.sh', script('x.sh')],
    ['/usr/bin/busybox', 'busybox wget', { kind: 'binary' }],
    ['/usr/bin/python3.13', 'python3 -u sync.py', script('sync.py', '-u')],
    ['/usr/bin/python3.13', 'python3 -X dev sync.py', script('sync.py', '-X', 'dev')],
    ['/usr/bin/python3.13', 'python3 -m http.server', { kind: 'module' }],
    ['/usr/bin/python3.13', 'python3 -Bmcalendar', { kind: 'module' }],
    ['/usr/bin/python3.13', 'python3 -cimport_m', { kind: 'inline', words: ['-cimport_m'] }],
    ['/usr/bin/python3.13', 'python3 -Bc print(1)', { kind: 'inline', words: ['-Bc', 'print(1)'] }],
    ['/usr/bin/python3.13', 'python3', { kind: 'interactive' }],
    ['/usr/bin/node', 'node --require ./evil.js good.js', script('good.js', '--require', './evil.js')],
    ['/usr/bin/node', 'node --eval=1', { kind: 'inline', words: ['--eval=1'] }],
    ['/usr/bin/perl', 'perl -ne print', { kind: 'inline', words: ['-ne', 'print'] }],
    ['/usr/bin/deno', 'deno run --allow-net main.ts', script('main.ts', 'run', '--allow-net')],
    ['/usr/bin/timeout', 'timeout 5 grantdesk', { kind: 'carrier' }],
    ['/usr/bin/make', 'make all', { kind: 'host' }],
    ['/usr/lib/jvm/java-21/bin/java', 'java -jar sync.jar', { kind: 'host' }],
    ['/usr/bin/mawk', 'awk -f sync.awk', { kind: 'host' }],
    ['/usr/bin/vim.basic', 'vim', { kind: 'host' }],
    ['/usr/bin/tclsh8.6', 'tclsh sync.tcl', { kind: 'host' }],
    ['/usr/bin/gnome-shell', 'gnome-shell', { kind: 'host' }],
    ['/usr/share/code/code', 'code --type=utility', { kind: 'host' }],
    ['/usr/bin/gocryptfs', 'gocryptfs plain', { kind: 'binary' }],
    ['/usr/bin/rclone', 'rclone sync a b', { kind: 'binary' }],
  ])('%s as %s', (exe, words, running) => expect(at(exe, words)).toEqual(running));

  it('is not to be recognised again when its program comes out of a pipe', () => {
    expect(at('/usr/bin/bash', 'bash', false)).toEqual({ kind: 'piped' });
    expect(at('/usr/bin/bash', 'bash -s x', false)).toEqual({ kind: 'piped' });
    expect(at('/usr/bin/python3', 'python3 -', false)).toEqual({ kind: 'piped' });
  });

  it('never throws, and a script is always one of the words', () => {
    const exe = fc.constantFrom('/bin/bash', '/bin/sh', '/usr/bin/python3', '/usr/bin/node', '/usr/bin/perl', '/usr/bin/deno', '/usr/bin/php', '/opt/x', null);
    const word = fc.oneof(fc.constantFrom('-c', '-e', '--', '-', '-o', '-m', '-X', '--require', 'a.sh', '-lc', '-s', '+o', ''), fc.string());
    fc.assert(
      fc.property(exe, fc.array(word, { maxLength: 8 }), fc.boolean(), (of, words, terminal) => {
        const running = readProcess({ exe: of, arguments: words, terminal });
        if (running.kind === 'script') expect(words.slice(1)).toContain(running.file);
      }),
    );
  });
});

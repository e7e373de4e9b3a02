import { scriptAddress } from '../adapters/script-address.ts';
import { fault, type Problem } from '../domain/shared/fault.ts';
import { parseArguments, type Asked } from './arguments.ts';
import { completionScript } from './completion.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { helpText } from './help.ts';
import { printed, problemLines, type Printed } from './output.ts';
import { readBody } from './read-body.ts';
import { startApp, type AppStart } from './start-app.ts';
import { talk, type Talk } from './talk.ts';

export interface Surroundings {
  readonly version: string;
  readonly userData: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly start: AppStart;
  readonly terminal: boolean;
  readonly input: AsyncIterable<Uint8Array>;
  /** A line for standard error, at once. */
  say(line: string): void;
}

const NO_PLACE = fault('not-reached', 'The path of the data folder is too long for a socket.', 'Use a shorter --user-data-dir.');
const NOT_RUNNING = fault('not-reached', 'Grantdesk is not running.', 'Start it, or leave out --no-start.');

/** The command from its words to what it prints. */
export async function runCommand(words: readonly string[], around: Surroundings): Promise<Printed> {
  const parsed = parseArguments(words);
  if (!parsed.ok) {
    const usage = `  See: grantdesk help${parsed.verb === null || parsed.verb === 'help' ? '' : ` ${parsed.verb}`}`;
    return { out: '', notes: [`grantdesk: ${parsed.message}`, usage], code: EXIT.usage };
  }
  const { command } = parsed;
  switch (command.kind) {
    case 'help':
      return { out: helpText(command.verb), notes: [], code: EXIT.ok };
    case 'version':
      return { out: `grantdesk ${around.version}\n`, notes: [], code: EXIT.ok };
    case 'completion':
      return { out: completionScript(command.shell), notes: [], code: EXIT.ok };
    case 'ask':
      return await ask(command, around);
  }
}

async function ask(command: Asked, around: Surroundings): Promise<Printed> {
  const { output } = command;
  const refused = (problem: Problem): Printed => ({ out: '', notes: problemLines(problem, output === 'json'), code: exitCodeOf(problem.code) });
  const address = scriptAddress({ userData: around.userData, platform: process.platform, runtimeFolder: around.env['XDG_RUNTIME_DIR'], uid: process.getuid?.() });
  if (address === null) return refused(NO_PLACE);
  const body = command.bodyFrom === null ? null : await readBody(command.bodyFrom, around.cwd, around.input);
  if (body?.ok === false) return refused(body.error);
  const request = body === null || command.request.verb !== 'call' ? command.request : { ...command.request, body: body.value };
  const deadline = AbortSignal.timeout(command.timeoutSeconds * 1000);
  const once = (): Promise<Talk> =>
    talk(address.path, request, deadline, (seconds) => {
      if (output !== 'json') around.say(`grantdesk: waiting for your answer in Grantdesk (${seconds} s)`);
    });
  let said = await once();
  if (said.kind === 'nobody' && command.start) {
    const problem = await startApp(address.path, around.start);
    if (problem !== null) return refused(problem);
    said = await once();
  }
  switch (said.kind) {
    case 'nobody':
      return refused(NOT_RUNNING);
    case 'refused':
      return refused(said.problem);
    case 'answer':
      return printed(said.answer, request.verb, output, around.terminal);
  }
}

import { fault } from '../domain/shared/fault.ts';
import { answerScriptSchema, scriptApprovalRefSchema } from '../../preload/contract/scripts.ts';
import { answerDone, ask, call, done, failed, problemDto, value, type Handlers } from './answer.ts';
import { scriptApprovalDto, scriptQuestionDto } from './script-dto.ts';
import type { Services } from './services.ts';

type ScriptCalls = Pick<Handlers, 'scripts' | 'scriptQuestion' | 'answerScript' | 'removeScriptApproval'>;

const OVER = fault('script-over', 'This program is no longer waiting.', 'It can ask again.');

/** Programs that ask through the `grantdesk` command: what they may do, and the question about one that asks now. */
export function scriptCalls(services: Services): ScriptCalls {
  const book = async () => (await services.workspace()).scripts.approvals;
  return {
    scripts: ask(async () => {
      const { listening, problem, command, tellsPrograms } = services.scripts.status();
      const approvals = (await (await book()).list()).map(scriptApprovalDto);
      return value({ listening, problem: problem === null ? null : problemDto(problem), command, tellsPrograms, approvals });
    }),
    scriptQuestion: ask(async () => {
      const question = services.scripts.question();
      return value(question === null ? null : scriptQuestionDto(question));
    }),
    answerScript: call(answerScriptSchema, async ({ id, answer, ceiling }) => {
      const taken = services.scripts.answer(id, answer === 'no' ? { kind: 'no' } : { kind: answer, ceiling });
      return taken ? done : failed(OVER);
    }),
    removeScriptApproval: call(scriptApprovalRefSchema, async ({ id }) => answerDone(await (await book()).remove(id))),
  };
}

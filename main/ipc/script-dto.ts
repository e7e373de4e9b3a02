import type { Approval } from '../domain/scripting/approval.ts';
import type { Program } from '../domain/scripting/program.ts';
import type { AskedQuestion } from '../domain/scripting/questions.ts';
import type { ScriptApprovalDto, ScriptProgramDto, ScriptQuestionDto } from '../../preload/contract/scripts.ts';
import { scopeDto } from './scope-dto.ts';

export function scriptQuestionDto({ id, program, account, method, granted, asked, endsAt }: AskedQuestion): ScriptQuestionDto {
  return { id, program: programDto(program), account: account?.email ?? null, method, granted: granted.map(scopeDto), asked: [...asked], endsAt };
}

export function scriptApprovalDto({ id, program, email, tokens, ceiling, approvedAt, lastUsedAt, uses }: Approval): ScriptApprovalDto {
  return { id, program: programDto(program), account: email, tokens, ceiling: ceiling.map(scopeDto), approvedAt, lastUsedAt, uses };
}

function programDto({ key, kind, name, path, runBy }: Program): ScriptProgramDto {
  return { kind, name, path, runBy, recognisable: key !== null };
}

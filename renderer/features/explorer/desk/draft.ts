import type { ApiMethodDto, ApiMethodRowDto } from '../../../../preload/contract/apis.ts';
import type { CallHistoryRowDto, SendMethod } from '../../../../preload/contract/explorer.ts';

/** What somebody typed for one method. */
export interface Draft {
  /** Texts by parameter name; a name may be any text, so reads go through `valuesOf`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly allPages: boolean;
}

export const EMPTY_DRAFT: Draft = { values: {}, body: '', allPages: false };

/** The texts of one parameter; empty when it is not set. */
export function valuesOf({ values }: Pick<Draft, 'values'>, name: string): readonly string[] {
  return Object.hasOwn(values, name) ? (values[name] ?? []) : [];
}

export function withValues(draft: Draft, name: string, values: readonly string[]): Draft {
  return { ...draft, values: { ...draft.values, [name]: values } };
}

export type CallRequest = Omit<SendMethod, 'callId' | 'allPages'>;

/** The call as main takes it: what is not filled in is not sent. */
export function requestOf(authorizationId: string, apiId: string, method: Pick<ApiMethodDto, 'id' | 'body' | 'parameters'>, draft: Draft): CallRequest {
  const filled = method.parameters.flatMap(({ name }) => {
    const texts = valuesOf(draft, name).filter((text) => text !== '');
    return texts.length === 0 ? [] : [[name, texts] as const];
  });
  return {
    authorizationId,
    apiId,
    methodId: method.id,
    parameters: Object.fromEntries(filled.map(([name, texts]) => [name, [...texts]])),
    body: method.body === null || draft.body.trim() === '' ? null : draft.body,
  };
}

/** A call made before, as a form to send again. */
export function draftOf({ parameters, body }: Pick<CallHistoryRowDto, 'parameters' | 'body'>): Draft {
  return { values: parameters, body: body ?? '', allPages: false };
}

/** Asked about once before it is sent: it takes something away, or decides who else gets in. */
export function needsConfirmation({ effect, httpMethod }: Pick<ApiMethodRowDto, 'effect' | 'httpMethod'>): boolean {
  return effect === 'delete' || effect === 'share' || httpMethod === 'DELETE';
}

/** What to show of an API at first: something that can be read at once. */
export function firstMethod(methods: readonly ApiMethodRowDto[]): string | null {
  const open = methods.filter(({ ready, effect, path, deprecated }) => ready && effect === 'read' && !path.includes('{') && !deprecated);
  return (open.find(({ id }) => id.endsWith('.list')) ?? open[0] ?? methods.find(({ ready }) => ready) ?? methods[0])?.id ?? null;
}

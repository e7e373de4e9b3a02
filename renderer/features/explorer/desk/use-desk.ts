import { useState } from 'react';
import type { ApiDto, ApiMethodDto, ApiMethodRowDto } from '../../../../preload/contract/apis.ts';
import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useLoaded } from '../../../bridge/use-loaded.ts';
import { EMPTY_DRAFT, firstMethod, type Draft } from './draft.ts';
import { useApis, type KnownApis } from './use-apis.ts';
import { draftKey, useRemembered, withMethod } from './use-remembered.ts';

export interface Desk {
  readonly known: KnownApis;
  readonly api: ApiDto | null;
  /** Null while loading. */
  readonly methods: readonly ApiMethodRowDto[] | null;
  readonly methodId: string | null;
  /** Null while loading, and when there is none. */
  readonly method: ApiMethodDto | null;
  /** Why the APIs, the methods, or the method could not be read. */
  readonly problem: ErrorDto | null;
  readonly draft: Draft;
  readonly chooseApi: (apiId: string) => void;
  readonly chooseMethod: (methodId: string) => void;
  /** Goes to a method; what was typed for it is there again. */
  readonly open: (apiId: string, methodId: string) => void;
  /** Goes to a method with a form filled in. */
  readonly fill: (apiId: string, methodId: string, draft: Draft) => void;
  readonly type: (draft: Draft) => void;
  readonly again: () => void;
}

/** Which method of which API is open for an account, and what is typed for it. */
export function useDesk(authorization: AuthorizationDto): Desk {
  const bridge = useBridge();
  const known = useApis();
  const [attempt, setAttempt] = useState(0);
  const [remembered, remember] = useRemembered(authorization.id);
  const api = known.apis?.find(({ id }) => id === remembered.apiId) ?? known.apis?.[0] ?? null;
  const granted = authorization.granted.map(({ scope }) => scope).join(' ');
  const about = `${api?.id ?? ''} ${known.revision} ${attempt} ${granted}`;
  const authorizationId = authorization.id;

  const list = useLoaded<{ readonly apiId: string | null; readonly rows: readonly ApiMethodRowDto[] }>(about, async () => {
    if (api === null) return { ok: true, value: { apiId: null, rows: [] } };
    const answer = await bridge.apiMethods({ apiId: api.id, authorizationId });
    return answer.ok ? { ok: true, value: { apiId: api.id, rows: answer.value } } : answer;
  });
  // Those of the API before stay out of sight; those from before a refresh stay in it.
  const methods = api !== null && list.value?.apiId === api.id ? list.value.rows : null;
  const methodId = methods === null || api === null ? null : (methods.find(({ id }) => id === remembered.methods.get(api.id))?.id ?? firstMethod(methods));

  const one = useLoaded<ApiMethodDto | null>(`${methodId ?? ''} ${about}`, async () =>
    api === null || methodId === null ? { ok: true, value: null } : bridge.apiMethod({ apiId: api.id, methodId, authorizationId }),
  );
  const method = one.value?.id === methodId ? one.value : null;
  const draft = api === null || methodId === null ? EMPTY_DRAFT : (remembered.drafts.get(draftKey(api.id, methodId)) ?? EMPTY_DRAFT);

  return {
    known,
    api,
    methods,
    methodId,
    method,
    problem: known.problem ?? list.problem ?? one.problem,
    draft,
    chooseApi(apiId) {
      remember((before) => ({ ...before, apiId }));
    },
    chooseMethod(chosen) {
      if (api !== null) remember((before) => withMethod(before, api.id, chosen));
    },
    open(apiId, chosen) {
      remember((before) => withMethod(before, apiId, chosen));
    },
    fill(apiId, chosen, filled) {
      remember((before) => withMethod(before, apiId, chosen, filled));
    },
    type(typed) {
      if (api !== null && methodId !== null) remember((before) => withMethod(before, api.id, methodId, typed));
    },
    again() {
      known.again();
      setAttempt((count) => count + 1);
    },
  };
}

import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { GroupDto, GroupSaveDto, GroupValues } from '../../../preload/contract/groups.ts';
import { run } from '../../bridge/run.ts';
import { isOpen } from '../../bridge/store.ts';
import { EMPTY_DESK, editsOf, withDraft, type Attempt, type DeskState, type SaveRequest } from './desk-state.ts';
import { withEdit } from './edit/draft.ts';
import { confirmedBy } from './save-confirmed.ts';
import { undoRequest } from './undo-request.ts';

/** The page's state and what can be done to it; outlives the page, so that nothing typed is lost by looking elsewhere. */
export interface GroupDesk {
  readonly get: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly type: (typed: string) => void;
  readonly load: (groupEmail: string) => Promise<void>;
  /** Sets fields of the form. */
  readonly edit: (set: GroupValues) => void;
  /** Takes fields back to Google's values; all of them without an argument. */
  readonly discard: (fields?: readonly string[]) => void;
  readonly replaceEdits: (edits: GroupValues) => void;
  readonly save: (request: SaveRequest) => Promise<void>;
  /** Sends back what the last save replaced. */
  readonly undo: () => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: (what: 'trouble' | 'report' | 'conflict') => void;
}

interface Desks {
  /** `google` or `practice`: one profile's groups never stand in the other's. */
  readonly mode: string;
  readonly byAccount: Map<string, GroupDesk>;
}

const worlds = new WeakMap<Bridge, Desks>();

/** The desk of one account. It is dropped when the account is forgotten; all of them when the vault closes or the profile changes. */
export function groupDesk(bridge: Bridge, mode: string, authorizationId: string): GroupDesk {
  let world = worlds.get(bridge);
  if (world === undefined) {
    bridge.onEvent((event) => {
      const now = worlds.get(bridge);
      if (now === undefined) return;
      if (event.type === 'app-state' && (!isOpen(event.state.vault) || event.state.mode !== now.mode)) now.byAccount.clear();
      if (event.type !== 'authorizations') return;
      // The same account has the same id when it comes back; nothing of before may come back with it.
      for (const id of now.byAccount.keys()) if (!event.authorizations.some((one) => one.id === id)) now.byAccount.delete(id);
    });
  }
  if (world?.mode !== mode) {
    world = { mode, byAccount: new Map() };
    worlds.set(bridge, world);
  }
  const desk = world.byAccount.get(authorizationId) ?? createDesk(bridge, authorizationId);
  world.byAccount.set(authorizationId, desk);
  return desk;
}

function createDesk(bridge: Bridge, authorizationId: string): GroupDesk {
  let state = EMPTY_DESK;
  const listeners = new Set<() => void>();

  function set(patch: Partial<DeskState>): void {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  }

  function begin(attempt: Attempt): string {
    cancel();
    const callId = crypto.randomUUID();
    set({ busy: { attempt, callId }, trouble: null });
    return callId;
  }

  function cancel(): void {
    if (state.busy !== null) void run(bridge.cancelCall({ callId: state.busy.callId }));
  }

  /** False when another attempt took over: its answer counts, not this one's. */
  function settle(callId: string): boolean {
    if (state.busy?.callId !== callId) return false;
    set({ busy: null });
    return true;
  }

  /** The group as just read; edits that have become Google's values are no edits any more. */
  function show(group: GroupDto, edits: GroupValues = state.drafts[group.email.toLowerCase()] ?? {}): void {
    set({ group, typed: group.email, drafts: withDraft(state.drafts, group.email, withEdit(group, edits, {})) });
  }

  async function load(groupEmail: string): Promise<void> {
    const attempt: Attempt = { kind: 'load', groupEmail };
    const callId = begin(attempt);
    const answer = await run(bridge.loadGroup({ authorizationId, groupEmail, callId }));
    if (!settle(callId)) return;
    if (!answer.ok) set({ trouble: { kind: 'problem', attempt, problem: answer.error } });
    else if (answer.value.outcome === 'refused') set({ trouble: { kind: 'refused', attempt, explanation: answer.value.explanation } });
    else if (answer.value.outcome === 'cancelled') set({ trouble: { kind: 'cancelled', attempt } });
    else {
      set({ report: state.report === null ? null : confirmedBy(answer.value.group, state.report), conflict: null });
      show(answer.value.group);
    }
  }

  async function send(kind: 'save' | 'undo', request: SaveRequest): Promise<void> {
    const attempt: Attempt = { kind, ...request };
    const callId = begin(attempt);
    const answer = await run(bridge.saveGroup({ authorizationId, callId, ...request }));
    if (!settle(callId)) return;
    if (answer.ok) accept(attempt, kind, request, answer.value);
    else set({ trouble: { kind: 'problem', attempt, problem: answer.error } });
  }

  function accept(attempt: Attempt, kind: 'save' | 'undo', request: SaveRequest, answer: GroupSaveDto): void {
    switch (answer.outcome) {
      case 'saved': {
        set({ report: { kind, request, ignored: answer.ignored, moved: answer.moved, unconfirmed: null }, conflict: null });
        const edits = state.drafts[answer.group.email.toLowerCase()] ?? {};
        // What was sent is settled, also where Google ignored it; what was typed meanwhile stays.
        show(answer.group, Object.fromEntries(Object.entries(edits).filter(([field, value]) => request.changes[field] !== value)));
        break;
      }
      case 'unconfirmed':
        set({ report: { kind, request, ignored: [], moved: [], unconfirmed: answer.explanation }, conflict: null });
        break;
      case 'changed-meanwhile':
        set({ conflict: { fields: answer.fields }, report: null });
        show(answer.group, kind === 'undo' ? undefined : { ...(state.drafts[answer.group.email.toLowerCase()] ?? {}), ...request.changes });
        break;
      case 'refused':
        set({ trouble: { kind: 'refused', attempt, explanation: answer.explanation } });
        break;
      case 'cancelled':
        set({ trouble: { kind: 'cancelled', attempt } });
        break;
    }
  }

  function edits(next: GroupValues): void {
    if (state.group !== null) set({ drafts: withDraft(state.drafts, state.group.email, withEdit(state.group, next, {})) });
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(typed) {
      set({ typed });
    },
    load,
    edit(fields) {
      edits({ ...editsOf(state), ...fields });
    },
    discard(fields) {
      edits(fields === undefined ? {} : Object.fromEntries(Object.entries(editsOf(state)).filter(([field]) => !fields.includes(field))));
    },
    replaceEdits: edits,
    save: (request) => send('save', request),
    async undo() {
      const { group, report } = state;
      if (group === null || report === null) return;
      const request = undoRequest(group, report.request, report.moved);
      if (request !== null) await send('undo', request);
    },
    cancel,
    dismiss(what) {
      set({ [what]: null });
    },
  };
}

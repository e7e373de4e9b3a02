import type { Explorer } from '../explorer/explorer.ts';
import type { ApiLibrary } from '../google/library/api-library.ts';
import type { Authorization } from '../grants/authorization.ts';
import type { GrantService } from '../grants/grant-service.ts';
import { faultOfMark } from '../grants/grant-faults.ts';
import type { TokenSource } from '../oauth/token-source.ts';
import { isSignInScope, normalizeScope, sameScopes } from '../scopes/normalize.ts';
import { narrowestScope } from '../scopes/narrowest.ts';
import { fail, ok, settled, type Outcome } from '../shared/fault.ts';
import { randomId } from '../shared/ids.ts';
import type { ActivitySink, Random } from '../shared/ports.ts';
import type { ApprovalBook } from './approval-book.ts';
import { askedOf, beyond, shortName, within } from './ceiling.ts';
import { findAccount, type NamedAuthorization } from './find-account.ts';
import { findMethodOf, type FoundMethod } from './find-method.ts';
import type { Program } from './program.ts';
import type { Answer, Question } from './questions.ts';
import type { ScriptAccount, ScriptAnswer, ScriptRequest } from './script-request.ts';

export interface ScriptDeskDeps {
  readonly grants: Pick<GrantService, 'list' | 'get' | 'standing' | 'accessToken' | 'narrow' | 'markUsed'>;
  readonly approvals: ApprovalBook;
  readonly apis: Pick<ApiLibrary, 'apis'>;
  /** An explorer that sends with these tokens and leaves no history. */
  readonly explorerWith: (tokens: TokenSource) => Pick<Explorer, 'send'>;
  /** By client id: the name a client goes by. */
  readonly clientLabels: () => Promise<ReadonlyMap<string, string>>;
  readonly activity: ActivitySink;
  readonly random: Random;
}

export interface Asking {
  readonly program: Program;
  /** Puts the question to the user. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** The command went away. */
  readonly signal: AbortSignal;
}

interface Allowed {
  readonly ceiling: readonly string[];
  /** How it was allowed, for Activity. */
  readonly how: 'allowed once' | 'allowed now' | 'approved';
}

type TokenRequest = Extract<ScriptRequest, { verb: 'token' | 'header' }>;
type CallRequest = Extract<ScriptRequest, { verb: 'call' }>;

/** Answers what programs ask for: within their approval, after asking the user, or not at all. Every use is a line in Activity. */
export class ScriptDesk {
  readonly approvals: ApprovalBook;
  readonly #deps: ScriptDeskDeps;
  #closing = new AbortController();

  constructor(deps: ScriptDeskDeps) {
    this.#deps = deps;
    this.approvals = deps.approvals;
  }

  /** The vault is being locked, or the profile closed: whoever still waits is told so. */
  close(): void {
    this.#closing.abort();
    this.#closing = new AbortController();
  }

  /** Aborted when that happens to what began before. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /**
   * Faults: `account-unknown`, `account-ambiguous`, `scope-not-granted`, `script-beyond-ceiling`, `script-denied` and the other ends of a
   * question, `api-unknown`, `method-unknown`, `call-invalid`, those of accessToken and NarrowTokens.
   */
  async answer(request: ScriptRequest, asking: Asking): Promise<Outcome<ScriptAnswer>> {
    const outcome = await settled(this.#answer(request, asking));
    if (!outcome.ok) this.#note(asking.program, request, null, 'failed', outcome.error.message);
    return outcome;
  }

  #answer(request: ScriptRequest, asking: Asking): Promise<Outcome<ScriptAnswer>> {
    switch (request.verb) {
      case 'list':
        return this.#list(request, asking);
      case 'token':
      case 'header':
        return this.#token(request, asking);
      case 'call':
        return this.#call(request, asking);
    }
  }

  async #list(request: ScriptRequest, asking: Asking): Promise<Outcome<ScriptAnswer>> {
    const allowed = await this.#allow({ account: null, method: null, granted: [], asked: [] }, asking);
    if (!allowed.ok) return allowed;
    const { grants } = this.#deps;
    const accounts = (await this.#named()).map(
      ({ authorization, clientLabel }): ScriptAccount => ({
        account: authorization.email,
        client: clientLabel,
        clientId: authorization.clientId,
        state: grants.standing(authorization).state,
        scopes: authorization.granted.map(shortName),
      }),
    );
    this.#note(asking.program, request, null, 'ok', allowed.value.how);
    return ok({ verb: 'list', accounts });
  }

  async #token(request: TokenRequest, asking: Asking): Promise<Outcome<ScriptAnswer>> {
    const found = await this.#account(request.account, request.client);
    if (!found.ok) return found;
    const authorization = found.value;
    const asked = request.scopes === null ? null : askedOf(authorization.granted, request.scopes);
    if (asked?.ok === false) return asked;
    const allowed = await this.#allow(this.#question(authorization, null, asked?.value ?? authorization.granted), asking, asked === null);
    if (!allowed.ok) return allowed;
    const { ceiling, how } = allowed.value;
    const wanted = asked?.value ?? authorization.granted;
    const scopes = within(wanted, ceiling);
    const token = await this.#tokenFor(authorization, scopes);
    if (!token.ok) return token;
    const { id, email, clientId } = authorization;
    await this.#deps.grants.markUsed(id);
    this.#note(asking.program, request, email, 'ok', `${token.value.scopes.map(shortName).join(' ')} · ${how}`);
    const left = asked === null ? [] : beyond(wanted, scopes).map(shortName);
    return ok({ verb: 'token', account: email, clientId, ...token.value, left });
  }

  async #call(request: CallRequest, asking: Asking): Promise<Outcome<ScriptAnswer>> {
    const method = findMethodOf(this.#deps.apis, request.api, request.method);
    if (!method.ok) return method;
    const found = await this.#account(request.account, request.client);
    if (!found.ok) return found;
    const authorization = found.value;
    const useful = within(authorization.granted, method.value.method.scopes);
    const narrowest = narrowestScope(useful, method.value.table);
    if (narrowest === null) return notGranted(method.value);
    const asked = [narrowest];
    const allowed = await this.#allow(this.#question(authorization, method.value.method.id, asked), asking, false, useful);
    if (!allowed.ok) return allowed;
    const scopes = within(useful, allowed.value.ceiling);
    return await this.#send(request, method.value, authorization, scopes, asking.program, allowed.value.how);
  }

  async #send(
    request: CallRequest,
    { apiId, method }: FoundMethod,
    authorization: Authorization,
    scopes: readonly string[],
    program: Program,
    how: string,
  ): Promise<Outcome<ScriptAnswer>> {
    const { id, email } = authorization;
    const { parameters, body, allPages } = request;
    const explorer = this.#deps.explorerWith(this.#tokensWithin(authorization, scopes));
    const sent = await explorer.send({ authorizationId: id, callId: randomId(this.#deps.random), apiId, methodId: method.id, parameters, body, allPages });
    if (!sent.ok) return sent;
    if (sent.value.outcome === 'invalid') {
      const { problems } = sent.value;
      const [first] = problems;
      const words = problems.map(({ field, message }) => `${field}: ${message}`).join(' ');
      return fail('call-invalid', first === undefined ? 'The call is not complete.' : words, 'Nothing was sent.');
    }
    const { result, morePages } = sent.value;
    const { status, explanation, truncated } = result;
    if (status !== null) await this.#deps.grants.markUsed(id);
    const failed = explanation !== null || status === null;
    this.#note(program, request, email, failed ? 'failed' : 'ok', `${method.id} · ${how}`);
    const problem = failed ? { code: explanation?.code ?? 'cancelled', message: explanation?.title ?? 'The call was cancelled.', hint: explanation?.meaning ?? null } : null;
    return ok({ verb: 'call', account: email, status, body: result.body, truncated, morePages, problem });
  }

  /**
   * What the program may do, asked of the user where nothing is kept.
   * @param anyWillDo without --scopes a program gets what it may have, and is not refused for the rest
   * @param alternatives each of these is enough; else all that is asked has to be within the ceiling
   */
  async #allow(question: Omit<Question, 'program'>, asking: Asking, anyWillDo = false, alternatives: readonly string[] | null = null): Promise<Outcome<Allowed>> {
    const { program } = asking;
    const { account, asked, granted, method } = question;
    const tokens = account !== null && method === null;
    const some = anyWillDo || alternatives !== null;
    const usefulOf = (ceiling: readonly string[]): readonly string[] => within(alternatives ?? asked, ceiling);
    const isEnough = (ceiling: readonly string[]): boolean => account === null || usefulOf(ceiling).length >= (some ? 1 : asked.length);
    const kept = program.key === null ? null : await this.approvals.find(program.key, account?.authorizationId ?? null);
    // Who allowed a call was told that the token stays here: a token is another question.
    if (kept !== null && (kept.tokens || !tokens)) {
      const ceiling = within(granted, kept.ceiling);
      if (!isEnough(ceiling)) return beyondCeiling(program, beyond(asked, ceiling), kept.ceiling);
      await this.approvals.used(kept.id);
      return ok({ ceiling, how: 'approved' });
    }
    const answer = await asking.ask({ ...question, program });
    if (answer.kind === 'no') return { ok: false, error: answer.why };
    // Who ticks some of what was asked gives a token for those; who ticks nothing of it has said no.
    if (account !== null && usefulOf(answer.ceiling).length === 0) return fail('script-denied', 'You left none of the scopes it asked for.');
    if (answer.kind === 'once' || program.key === null) return ok({ ceiling: answer.ceiling, how: 'allowed once' });
    const approval = await this.approvals.keep({
      program: { ...program, key: program.key },
      authorizationId: account?.authorizationId ?? null,
      email: account?.email ?? null,
      tokens,
      ceiling: answer.ceiling,
    });
    await this.approvals.used(approval.id);
    return ok({ ceiling: answer.ceiling, how: 'allowed now' });
  }

  /** The authorization's own token when it is exactly what is wanted, a narrower one otherwise. */
  async #tokenFor({ id, granted }: Authorization, scopes: readonly string[]): Promise<Outcome<{ readonly token: string; readonly scopes: readonly string[]; readonly expiresAt: number }>> {
    const { grants } = this.#deps;
    if (!sameScopes(scopes, granted)) return await grants.narrow.get(id, scopes);
    const token = await grants.accessToken(id);
    if (!token.ok) return token;
    // Renewing may have told that less is granted now than before.
    const now = grants.get(id);
    if (now !== null && beyond(now.granted, scopes).length > 0) return await grants.narrow.get(id, scopes);
    return ok({ token: token.value, scopes: now?.granted ?? scopes, expiresAt: now?.accessTokenExpiresAt ?? 0 });
  }

  #tokensWithin({ id, granted }: Authorization, scopes: readonly string[]): TokenSource {
    const { grants } = this.#deps;
    if (sameScopes(scopes, granted)) return grants;
    return {
      accessToken: async (_id, { stale } = {}) => {
        const token = await grants.narrow.get(id, scopes, stale);
        return token.ok ? ok(token.value.token) : token;
      },
    };
  }

  #question({ id, email, granted }: Authorization, method: string | null, asked: readonly string[]): Omit<Question, 'program'> {
    return { account: { authorizationId: id, email }, method, granted, asked };
  }

  async #account(account: string | null, client: string | null): Promise<Outcome<Authorization>> {
    const found = findAccount(await this.#named(), account, client);
    if (!found.ok) return found;
    const marked = faultOfMark(found.value);
    return marked === null ? found : { ok: false, error: marked };
  }

  async #named(): Promise<readonly NamedAuthorization[]> {
    const labels = await this.#deps.clientLabels();
    return this.#deps.grants.list().map((authorization) => ({ authorization, clientLabel: labels.get(authorization.clientId) ?? authorization.clientId }));
  }

  #note({ name, path }: Program, request: ScriptRequest, account: string | null, outcome: 'ok' | 'failed', detail: string): void {
    const who = path === null ? name : path;
    this.#deps.activity.record({ account, what: `script ${request.verb}`, outcome, detail: `${who} · ${detail}` });
  }
}

function beyondCeiling(program: Program, above: readonly string[], ceiling: readonly string[]): Outcome<never> {
  const allowed = ceiling.filter((scope) => !isSignInScope(normalizeScope(scope))).map(shortName);
  return fail(
    'script-beyond-ceiling',
    `${program.name} asks for more than you allowed it: ${above.map(shortName).join(', ')}.`,
    `You allowed: ${allowed.join(', ') || 'nothing else'}. To be asked again, remove its approval in Grantdesk, For scripts.`,
  );
}

function notGranted({ method }: FoundMethod): Outcome<never> {
  return fail('scope-not-granted', `This account granted no scope that ${method.id} accepts.`, `Any of these is enough: ${method.scopes.map(shortName).join(', ')}. Re-authorize the account in Grantdesk to add one.`);
}

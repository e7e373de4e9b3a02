import type { OAuthClient } from '../clients/client.ts';
import type { Accepted } from '../grants/acceptor.ts';
import type { Problem } from '../shared/fault.ts';
import type { Clock } from '../shared/ports.ts';
import { redact } from '../shared/redact.ts';
import type { ConsentOutcome, ConsentSurface } from './consent-attempt.ts';
import type { OpenRequest } from './consent-request.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import type { CodeExchange } from './exchange.ts';
import type { FlowHop, FlowParty } from './flow-hop.ts';
import { REDIRECT, REQUEST } from './flow-meanings.ts';
import { addressLine, described, hidden, shown } from './flow-parameters.ts';
import { accountHops, tokenRequestHop, tokenResponseHop } from './flow-token-hops.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { TokenResponse } from './token-response.ts';

/** Ignored addresses that are kept, the newest: anybody on this computer can send as many as they like. */
const MOST_IGNORED = 50;

/**
 * Writes down an attempt hop by hop while it happens. Every value is hidden unless it is known to be harmless; the few that are
 * shown are still searched for the secrets of the attempt.
 */
export class FlowRecorder {
  readonly #clock: Clock;
  readonly #endpoints: GoogleEndpoints;
  readonly #client: OAuthClient;
  #hops: readonly FlowHop[] = [];

  constructor(clock: Clock, endpoints: GoogleEndpoints, client: OAuthClient) {
    this.#clock = clock;
    this.#endpoints = endpoints;
    this.#client = client;
  }

  /** Oldest first. */
  get hops(): readonly FlowHop[] {
    return this.#hops;
  }

  prepared(redirectUri: string, listens: boolean): void {
    this.#local('prepared', ['client', 'redirection'], {
      title: 'Redirect address ready',
      parameters: [shown('redirect_uri', redirectUri, 'Where the answer is to come back to.')],
      note: listens ? 'Grantdesk listens there, on this computer only.' : 'Nothing listens there: the app window catches the answer before anything is connected.',
    });
  }

  revoked(): void {
    this.#add({
      kind: 'revoked',
      from: 'client',
      to: 'token',
      step: null,
      title: 'Grant revoked',
      address: addressLine('POST', this.#endpoints.revocation),
      parameters: [hidden('token', null, 'The token whose grant is taken back, with every scope of it.')],
      note: 'Google cannot drop a single scope: everything is taken back, then the rest is asked for again.',
    });
  }

  /** Step A, its first half. */
  requested({ url }: OpenRequest): void {
    this.#add({
      kind: 'request',
      from: 'client',
      to: 'agent',
      step: 'A',
      title: 'Authorization request',
      address: addressLine('GET', url),
      parameters: described(new URL(url).searchParams, REQUEST, this.#clientSecrets()),
      note: null,
    });
  }

  pageShown(surface: ConsentSurface): void {
    this.#local('page', ['agent', 'authorization'], {
      title: surface === 'browser' ? 'Google’s page opened in your browser' : 'Google’s page opened in an app window',
      step: 'A',
      note: surface === 'browser' ? null : 'In a session of its own that is wiped afterwards.',
    });
  }

  /** Google shows some errors on a page of its own and sends nobody back. @param code of Google's page */
  errorPage(code: string): void {
    this.#local('page', ['authorization', 'agent'], { title: 'Google showed an error page', step: 'B', parameters: [shown('error', code, 'What Google’s page says is wrong.')] });
  }

  moved(why: Problem): void {
    this.#local('moved', ['authorization', 'agent'], { title: 'Moved to your browser', step: 'A', note: `${why.message} The request gets a new state and a new secret.` });
  }

  /** @param obstacle something in the way of the page itself, not an address that came in */
  ignored(problem: Problem, obstacle = false): void {
    this.#local('ignored', obstacle ? ['agent', 'authorization'] : ['agent', 'redirection'], {
      title: obstacle ? 'Not opened' : 'Address ignored',
      note: redact(problem.message),
    });
    const ignored = this.#hops.filter(({ kind }) => kind === 'ignored');
    const [oldest] = ignored;
    if (ignored.length > MOST_IGNORED) this.#hops = this.#hops.filter((hop) => hop !== oldest);
  }

  /** Step C. @param address the redirect that was accepted */
  redirected(address: string, { secrets }: OpenRequest): void {
    const query = new URL(address).searchParams;
    const known = [secrets.state, secrets.verifier, secrets.challenge, secrets.nonce, query.get('code') ?? '', ...this.#clientSecrets()];
    this.#add({
      kind: 'redirect',
      from: 'authorization',
      to: 'redirection',
      step: 'C',
      title: query.has('code') ? 'Redirect with a code' : 'Redirect with an error',
      address: addressLine('GET', address),
      parameters: described(query, REDIRECT, known),
      note: 'By way of the browser. Address, state and issuer were compared before anything else was read.',
    });
  }

  tokenRequested(exchange: CodeExchange): void {
    this.#add(tokenRequestHop(this.#endpoints, { ...exchange, client: this.#client }));
  }

  tokenAnswered(answer: TokenAnswer<TokenResponse>): void {
    this.#add(tokenResponseHop(this.#endpoints, answer));
  }

  accepted(tokens: TokenResponse, accepted: Accepted): void {
    for (const hop of accountHops(this.#endpoints, tokens, accepted)) this.#add(hop);
  }

  /** Nothing is to be said of an attempt that ended well: its last hop is that it was stored. */
  ended(outcome: ConsentOutcome): void {
    if (outcome.kind === 'cancelled') this.#local('ended', ['owner', 'client'], { title: 'Cancelled', note: 'Whatever comes now is ignored.' });
    if (outcome.kind !== 'failed') return;
    const { code, message } = outcome.error;
    this.#local('ended', ['client', 'owner'], { title: code === 'consent-timeout' ? 'Deadline passed' : 'Ended without consent', note: redact(message) });
  }

  /** A hop that shows no network address. */
  #local(
    kind: FlowHop['kind'],
    [from, to]: readonly [FlowParty, FlowParty],
    { title, step = null, parameters = [], note = null }: Pick<FlowHop, 'title'> & Partial<Pick<FlowHop, 'step' | 'parameters' | 'note'>>,
  ): void {
    this.#add({ kind, from, to, step, title, address: null, parameters, note });
  }

  #add(hop: Omit<FlowHop, 'at'>): void {
    this.#hops = [...this.#hops, { at: this.#clock.now(), ...hop }];
  }

  #clientSecrets(): readonly string[] {
    return this.#client.clientSecret === null ? [] : [this.#client.clientSecret];
  }
}

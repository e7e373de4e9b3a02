import { nameOf, type SandboxAccount } from '../accounts.ts';
import { scopeWords, type ScopeClass } from '../auth/scope-words.ts';
import type { Reply } from '../http/reply.ts';
import { buttons } from './buttons.ts';
import { page } from './layout.ts';
import { html, type Markup } from './markup.ts';

export interface ConsentPage {
  readonly id: string;
  readonly redirectUri: string;
  readonly project: string;
  readonly account: SandboxAccount;
  readonly offered: { readonly signIn: readonly string[]; readonly others: readonly string[] };
  /** Allowed before: their boxes start ticked, all others unticked. */
  readonly granted: readonly string[];
  readonly checkboxes: boolean;
}

/**
 * Heading `<project> wants access`; checkbox `Select all` and one per scope, named by plain words and short name; buttons `Continue` and
 * `Cancel`. Without checkboxes the scopes are a plain list.
 */
export function consentPage(options: ConsentPage): Reply {
  const { others, signIn } = options.offered;
  return page({
    title: `${options.project} wants access`,
    redirectUri: options.redirectUri,
    content: html`<p>for <strong>${nameOf(options.account)}</strong> (${options.account.email})</p>
<form method="post" action="/signin/oauth/consent">
<input type="hidden" name="transaction" value="${options.id}">
${signIn.length > 0 ? html`<p>The app will learn who you are: ${signInWords(signIn)}.</p>` : undefined}
${others.length > 0 && options.checkboxes ? selectAll : undefined}
${others.length > 0 ? html`<h2 id="asked">What it wants to do</h2>
<ul class="scopes" aria-labelledby="asked">${others.map((scope, index) => scopeRow(scope, index, options))}</ul>` : undefined}
${buttons}
</form>`,
  });
}

const selectAll = html`<div class="all"><input type="checkbox" id="all" name="select_all" value="on" aria-describedby="all-hint">
<div><label for="all">Select all</label><small id="all-hint">While this is ticked, everything below is allowed.</small></div></div>`;

function scopeRow(scope: string, index: number, options: ConsentPage): Markup {
  const known = scopeWords(scope);
  const shortName = known?.shortName ?? scope;
  const words = html`<span class="words">${known?.words ?? 'Use this scope'}</span> <code>${shortName}</code>`;
  const kind = level(known?.class ?? 's');
  if (!options.checkboxes) return html`<li><div class="scope"><div class="plain">${words}</div>${kind}</div></li>`;
  const id = `scope-${String(index)}`;
  const ticked = options.granted.includes(scope) ? html` checked` : undefined;
  return html`<li><div class="scope"><input type="checkbox" id="${id}" name="scope" value="${scope}"${ticked}>
<label for="${id}">${words}</label>${kind}</div></li>`;
}

const levelWords: Readonly<Record<ScopeClass, string>> = { n: 'Non-sensitive', s: 'Sensitive', r: 'Restricted' };

function level(kind: ScopeClass): Markup {
  return html`<span class="level ${kind}"><span aria-hidden="true"><i></i><i></i><i></i></span>${levelWords[kind]}</span>`;
}

function signInWords(signIn: readonly string[]): string {
  const parts = ['your account'];
  if (signIn.some((scope) => scope.endsWith('userinfo.email'))) parts.push('your mail address');
  if (signIn.some((scope) => scope.endsWith('userinfo.profile'))) parts.push('your name');
  return parts.join(', ');
}

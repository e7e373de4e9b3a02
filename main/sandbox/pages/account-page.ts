import { nameOf, type SandboxAccount } from '../accounts.ts';
import type { Reply } from '../http/reply.ts';
import { page } from './layout.ts';
import { html, type Markup } from './markup.ts';

export interface AccountPage {
  readonly id: string;
  readonly redirectUri: string;
  readonly project: string;
  readonly accounts: readonly SandboxAccount[];
  readonly hinted: SandboxAccount | undefined;
}

/** Heading `Choose an account`; one button per account, named by name and address. A hinted account comes first and is marked. */
export function accountPage(options: AccountPage): Reply {
  const { hinted } = options;
  const sorted = hinted === undefined ? options.accounts : [hinted, ...options.accounts.filter((account) => account.sub !== hinted.sub)];
  return page({
    title: 'Choose an account',
    redirectUri: options.redirectUri,
    content: html`<p>to continue to <strong>${options.project}</strong></p>
<form method="post" action="/v3/signin/accountchooser">
<input type="hidden" name="transaction" value="${options.id}">
<ul class="people">${sorted.map((account) => person(account, account.sub === hinted?.sub))}</ul>
</form>`,
  });
}

function person(account: SandboxAccount, isHinted: boolean): Markup {
  const initials = account.givenName.charAt(0) + account.familyName.charAt(0);
  return html`<li><button class="person" type="submit" name="account" value="${account.email}">
<span class="avatar" aria-hidden="true">${initials}</span>
<span class="who"><b>${nameOf(account)}</b> <span class="mail">${account.email}</span></span>
${isHinted ? html`<span class="tag">Asked for</span>` : undefined}</button></li>`;
}

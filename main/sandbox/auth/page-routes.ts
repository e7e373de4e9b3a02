import { formOf, type Call } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { accountPage } from '../pages/account-page.ts';
import { consentPage } from '../pages/consent-page.ts';
import { errorPage } from '../pages/error-page.ts';
import { gonePage } from '../pages/gone-page.ts';
import { rejectedPage } from '../pages/rejected-page.ts';
import { warningPage } from '../pages/warning-page.ts';
import { findClient } from '../state/clients.ts';
import type { World } from '../world.ts';
import { decodeAuthError } from './auth-error.ts';
import { finish } from './finish.ts';
import { grantedScopes } from './grants.ts';
import { redirectBack } from './redirect-back.ts';
import { afterAccount, afterWarning, hasCheckboxes, offeredScopes } from './steps.ts';
import type { Step, Transaction } from './transactions.ts';

/** GET /v3/signin/accountchooser */
export function showAccounts(world: World, call: Call): Reply {
  const open = look(world, call, 'account');
  if (open === undefined) return gonePage();
  const { request } = open.transaction;
  const hinted = request.loginHint === null ? undefined : world.findAccount(request.loginHint);
  return accountPage({ id: open.id, redirectUri: request.redirectUri, accounts: world.accounts, hinted, project: projectOf(world, open.transaction) });
}

/** POST /v3/signin/accountchooser: `account` is the chosen address. */
export async function chooseAccount(world: World, call: Call): Promise<Reply> {
  const form = formOf(call);
  const account = world.findAccount(form?.get('account') ?? '');
  if (form === undefined || account === undefined) return gonePage();
  const taken = world.transactions.take(form.get('transaction'), 'account');
  return taken === undefined ? gonePage() : afterAccount(world, call, taken.request, account, 303);
}

/** GET /signin/oauth/warning */
export function showWarning(world: World, call: Call): Reply {
  const open = look(world, call, 'warning');
  if (open === undefined) return gonePage();
  return warningPage({ id: open.id, redirectUri: open.transaction.request.redirectUri, project: projectOf(world, open.transaction) });
}

/** POST /signin/oauth/warning: `answer` is continue or cancel. */
export async function answerWarning(world: World, call: Call): Promise<Reply> {
  const form = formOf(call);
  const taken = world.transactions.take(form?.get('transaction') ?? null, 'warning');
  const account = world.accountBySub(taken?.sub ?? '');
  if (taken === undefined || account === undefined) return gonePage();
  if (form?.get('answer') !== 'continue') return redirectBack(world, taken.request, { error: 'access_denied' }, 303);
  return afterWarning(world, taken.request, account, 303);
}

/** GET /signin/oauth/consent */
export function showConsent(world: World, call: Call): Reply {
  const open = look(world, call, 'consent');
  const account = world.accountBySub(open?.transaction.sub ?? '');
  if (open === undefined || account === undefined) return gonePage();
  const { request } = open.transaction;
  const client = findClient(world.state, request.clientId);
  return consentPage({
    id: open.id,
    redirectUri: request.redirectUri,
    account,
    project: projectOf(world, open.transaction),
    offered: offeredScopes(world, request),
    granted: grantedScopes(world.state, client?.projectNumber ?? '', account.sub),
    checkboxes: hasCheckboxes(request),
  });
}

/** POST /signin/oauth/consent: `answer` is continue or cancel, `scope` is repeated, `select_all` stands for every one. */
export async function answerConsent(world: World, call: Call): Promise<Reply> {
  const form = formOf(call);
  const taken = world.transactions.take(form?.get('transaction') ?? null, 'consent');
  const account = world.accountBySub(taken?.sub ?? '');
  if (form === undefined || taken === undefined || account === undefined) return gonePage();
  if (form.get('answer') !== 'continue') return redirectBack(world, taken.request, { error: 'access_denied' }, 303);
  const { signIn, others } = offeredScopes(world, taken.request);
  const whole = !hasCheckboxes(taken.request) || form.has('select_all');
  const ticked = whole ? others : others.filter((scope) => form.getAll('scope').includes(scope));
  return finish(world, taken.request, account, [...signIn, ...ticked], 'consent', 303);
}

/** GET /signin/oauth/error: served with 200 like Google's; the status stands in the text. */
export function showError(_world: World, call: Call): Reply {
  return errorPage(decodeAuthError(call.query.get('authError') ?? ''));
}

/** GET /v3/signin/rejected */
export function showRejected(): Reply {
  return rejectedPage();
}

function look(world: World, call: Call, step: Step): { readonly id: string; readonly transaction: Transaction } | undefined {
  const id = call.query.get('transaction');
  const transaction = world.transactions.look(id, step);
  return id === null || transaction === undefined ? undefined : { id, transaction };
}

function projectOf(world: World, transaction: Transaction): string {
  return findClient(world.state, transaction.request.clientId)?.projectId ?? 'an unknown project';
}

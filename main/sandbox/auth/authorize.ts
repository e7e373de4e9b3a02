import type { Call } from '../http/call.ts';
import { redirect, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';
import { checkRequest } from './check-request.ts';
import { errorRedirect, isAccountProblem } from './error-redirect.ts';
import { redirectBack } from './redirect-back.ts';
import { afterAccount, isAppWindow } from './steps.ts';

/** GET /o/oauth2/v2/auth. Problems go to the error page; a sound request goes to the account chooser, or past it when login_hint fits. */
export async function authorize(world: World, call: Call): Promise<Reply> {
  const embedded = isAppWindow(call);
  const blocked = world.faults.blockAppWindows === 'disallowed_useragent' || call.query.get('disallow_webview') === 'true';
  if (embedded && blocked) return errorRedirect('disallowed_useragent', 'Not in an embedded browser.', call.query);
  const { errorPage } = world.faults;
  if (errorPage !== null && !isAccountProblem(errorPage)) return errorRedirect(errorPage, 'Asked for by a practice fault.', call.query);

  const checked = checkRequest(world.state, call.query);
  if (!checked.ok) return errorRedirect(checked.problem.code, checked.problem.message, call.query);
  const { request } = checked;

  // No page may be shown, and no session is kept here: somebody would have to choose.
  if (request.prompts.includes('none')) {
    return redirectBack(world, request, { error: 'interaction_required', error_subtype: 'access_denied' });
  }
  const hinted = request.loginHint === null ? undefined : world.findAccount(request.loginHint);
  if (hinted !== undefined && !request.prompts.includes('select_account')) return afterAccount(world, call, request, hinted, 302);

  const transaction = world.transactions.open({ step: 'account', request, sub: null });
  return redirect(`/v3/signin/accountchooser?${new URLSearchParams({ transaction, flowName: 'GeneralOAuthFlow' }).toString()}`);
}

import { openConsoleSchema, openLinkSchema, settingsPatchSchema } from '../../preload/contract/app.ts';
import { readScopeSchema } from '../../preload/contract/scopes.ts';
import { validateScopeUrl } from '../domain/scopes/validate-scope-url.ts';
import { answer, answerDone, ask, call, value, type Handlers } from './answer.ts';
import { catalogDto, scopeDto } from './scope-dto.ts';
import type { Services } from './services.ts';

type AppCalls = Pick<Handlers, 'appState' | 'updateSettings' | 'openLink' | 'openConsole' | 'scopeCatalog' | 'readScope'>;

export function appCalls(services: Services): AppCalls {
  return {
    appState: ask(async () => value(await services.appState())),
    updateSettings: call(settingsPatchSchema, async (patch) => answer(await services.updateSettings(patch), (settings) => settings)),
    openLink: call(openLinkSchema, async ({ link }) => answerDone(await services.openLink(link))),
    openConsole: call(openConsoleSchema, async ({ url }) => answerDone(await services.openConsole(url))),
    scopeCatalog: ask(async () => value(catalogDto())),
    readScope: call(readScopeSchema, async ({ text }) => answer(validateScopeUrl(text), scopeDto)),
  };
}

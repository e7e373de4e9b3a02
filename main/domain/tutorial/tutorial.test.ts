import { describe, expect, it } from 'vitest';
import type { Authorization } from '../grants/authorization.ts';
import { desktopClient, webClient } from '../testing/sample-client.ts';
import { refusedCalls, tutorialFacts, type TutorialFacts } from './facts.ts';
import { TUTORIAL_LANGUAGES } from './step.ts';
import { program, tutorial } from './tutorial.ts';

const granted = (scopes: readonly string[]): Authorization =>
  ({ email: 'ada@harbor.example', hostedDomain: 'harbor.example', granted: scopes, accessToken: 'ya29.live', refreshToken: '1//live', idToken: 'eyJ.live' }) as unknown as Authorization;
const calendar = 'https://www.googleapis.com/auth/calendar.readonly';
const registered = (uri: string): TutorialFacts => tutorialFacts({ ...webClient, redirectUris: [uri] }, null);

describe('the tutorial', () => {
  it('is what was written in 2013, before anybody has imported a client', () => {
    expect(program(tutorialFacts(null, null), 'python2013')).toMatchInlineSnapshot(`
      "# -*- coding: utf-8 -*-
      from oauth2client.client import flow_from_clientsecrets

      # The client file of project "your-project":
      # "your-client-id.apps.googleusercontent.com"
      flow = flow_from_clientsecrets(
          "client_secrets.json",
          scope=[
              "https://www.googleapis.com/auth/calendar",
              "https://www.googleapis.com/auth/apps.groups.settings",
          ],
          redirect_uri="http://localhost:8080/",
      )

      from oauth2client.file import Storage

      storage = Storage("some file.dat")
      credentials = storage.get()

      from oauth2client.tools import run

      if credentials is None or credentials.invalid:
          credentials = run(flow, storage)

      print("Access token ends at %s UTC" % credentials.token_expiry)
      print("Refresh token: %s" % ("yes" if credentials.refresh_token else "no"))

      import httplib2

      http = credentials.authorize(httplib2.Http())

      from apiclient.discovery import build

      calendar = build("calendar", "v3", http=http)
      groups = build("groupssettings", "v1", http=http)

      events = calendar.events().list(calendarId="primary", maxResults=10).execute()
      for event in events.get("items", []):
          print(event.get("summary"))

      group = groups.groups().get(groupUniqueId="group@example.com").execute()
      print(group["whoCanJoin"])
      "
    `);
  });

  it.each(TUTORIAL_LANGUAGES)('in %s shows what is known of client and account, and no secret', (language) => {
    const text = program(tutorialFacts(desktopClient, granted([calendar])), language);
    expect(text).toContain(`The client file of project "harbor-rota":`);
    expect(text).toContain(`"${desktopClient.clientId}"`);
    expect(text).toContain(calendar);
    expect(text).toContain('group@harbor.example');
    expect(text).not.toMatch(/GOCSPX|ya29|1\/\/live|eyJ/);
  });

  it('shows the client file as it is, but for its secret', () => {
    const { clientFile } = tutorial(tutorialFacts(webClient, null));
    expect(JSON.parse(clientFile)).toMatchObject({ web: { client_id: webClient.clientId, redirect_uris: webClient.redirectUris, client_secret: '<client secret: stays in the vault>' } });
    expect(clientFile).not.toContain('GOCSPX');
    expect(tutorial(tutorialFacts({ ...webClient, projectId: null }, null)).clientFile).not.toContain('project_id');
  });

  it('asks as the account, today; in 2013 there was no way to', () => {
    const facts = tutorialFacts(desktopClient, granted([calendar]));
    expect(program(facts, 'python')).toContain('login_hint="ada@harbor.example"');
    expect(program(facts, 'node')).toContain('login_hint: "ada@harbor.example"');
    expect(program(tutorialFacts(desktopClient, null), 'node')).not.toContain('login_hint');
  });

  it('says at the call that no granted scope opens it', () => {
    const facts = tutorialFacts(desktopClient, granted([calendar]));
    expect(refusedCalls(facts)).toEqual({ events: false, group: true });
    expect(refusedCalls(tutorialFacts(null, null))).toEqual({ events: false, group: false });
    for (const language of TUTORIAL_LANGUAGES) expect(program(facts, language).match(/None of the scopes above opens this call for "ada@harbor.example"/g)).toHaveLength(1);
  });

  it('takes the scopes of 2013 for an account that granted none', () => {
    expect(tutorialFacts(desktopClient, granted([])).scopes).toEqual(tutorialFacts(null, null).scopes);
  });
});

describe('the answer comes back', () => {
  it('to a free port of this computer, for a Desktop client', () => {
    expect(program(tutorialFacts(desktopClient, null), 'python')).toContain('run_local_server(host="127.0.0.1", port=0, ');
    expect(program(tutorialFacts(desktopClient, null), 'node')).toContain('.listen(0, "127.0.0.1", ');
  });

  it('to the registered address, where the program can wait there', () => {
    const root = registered('http://localhost:8080/');
    expect(program(root, 'python2013')).not.toContain('in its place');
    expect(program(root, 'python')).toContain('run_local_server(host="localhost", port=8080, ');
    const path = registered('http://127.0.0.1:8085/oauth2callback');
    expect(program(path, 'python2013')).toContain('run() puts http://localhost:8080/ in its place');
    expect(program(path, 'python')).toContain('flow.redirect_uri = "http://127.0.0.1:8085/oauth2callback"');
    expect(program(path, 'node')).toContain('.listen(8085, "127.0.0.1", ');
    expect(program(path, 'node')).toContain('path !== "/oauth2callback"');
    expect(program(registered('http://[::1]:8085/'), 'node')).toContain('.listen(8085, "::1", ');
    // A redirect address is compared letter for letter, and run_local_server() would add a stroke to this one.
    expect(program(registered('http://localhost:8080'), 'python')).toContain('flow.redirect_uri = "http://localhost:8080"');
  });

  it('by way of the clipboard, where it cannot', () => {
    const elsewhere = registered('https://app.example/back');
    expect(program(elsewhere, 'python')).toContain('input("Paste the address it ends at: ")');
    expect(program(elsewhere, 'node')).toContain('return await ask("https://app.example/back", wait);');
    expect(program(elsewhere, 'node')).not.toContain('createServer');
  });
});

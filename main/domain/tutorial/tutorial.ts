import type { TutorialFacts } from './facts.ts';
import { nodeToday } from './node.ts';
import { python2013 } from './python-2013.ts';
import { pythonToday } from './python.ts';
import { TUTORIAL_STEPS, type StepCode, type TutorialLanguage, type TutorialStep } from './step.ts';
import { STEP_WORDS } from './words.ts';

export interface TutorialPart {
  readonly step: TutorialStep;
  readonly title: string;
  readonly what: string;
  readonly changed: readonly string[];
  readonly here: string;
  readonly code: Readonly<Record<TutorialLanguage, string>>;
}

export interface Tutorial {
  /** `client_secrets.json`, with words in the place of the secret. */
  readonly clientFile: string;
  readonly parts: readonly TutorialPart[];
}

/** Stands where the client secret would. */
const SECRET_PLACEHOLDER = '<client secret: stays in the vault>';

const MAKERS: Readonly<Record<TutorialLanguage, (facts: TutorialFacts) => StepCode>> = { python2013, python: pythonToday, node: nodeToday };

/** The six steps in words and in three languages, with what is known of a client and an account. */
export function tutorial(facts: TutorialFacts): Tutorial {
  const made = { python2013: MAKERS.python2013(facts), python: MAKERS.python(facts), node: MAKERS.node(facts) };
  return {
    clientFile: clientFile(facts),
    parts: TUTORIAL_STEPS.map((step) => ({
      step,
      ...STEP_WORDS[step],
      code: { python2013: made.python2013[step], python: made.python[step], node: made.node[step] },
    })),
  };
}

/** The six steps as one program. */
export function program(facts: TutorialFacts, language: TutorialLanguage): string {
  const code = MAKERS[language](facts);
  return TUTORIAL_STEPS.map((step) => code[step]).join('\n');
}

function clientFile({ client: { clientId, type, projectId, redirectUris } }: TutorialFacts): string {
  const entry = {
    client_id: clientId,
    ...(projectId === null ? {} : { project_id: projectId }),
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    client_secret: SECRET_PLACEHOLDER,
    redirect_uris: redirectUris,
  };
  return `${JSON.stringify({ [type]: entry }, null, 2)}\n`;
}

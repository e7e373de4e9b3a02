/** The steps of the tutorial of 2013, in its order. */
export const TUTORIAL_STEPS = ['flow', 'storage', 'run', 'credentials', 'authorize', 'build'] as const;
export type TutorialStep = (typeof TUTORIAL_STEPS)[number];

/** The tutorial as it was, and the same today in two languages. */
export const TUTORIAL_LANGUAGES = ['python2013', 'python', 'node'] as const;
export type TutorialLanguage = (typeof TUTORIAL_LANGUAGES)[number];

/** A program in six parts; one after the other they are the whole of it. */
export type StepCode = Readonly<Record<TutorialStep, string>>;

/**
 * Stands in for `electron` in unit tests. Code under test gets Electron through a port, so an import that reaches this
 * file is a layering mistake, and it is told apart from a plain missing module.
 */
throw new Error(
  'A unit test imported "electron". Give the code under test a port, or test it in an Electron journey (e2e/).',
);
export {};

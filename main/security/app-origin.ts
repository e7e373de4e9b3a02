/** The one origin whose pages may talk to main: the UI, served from memory of the bundle (app-protocol.ts). */
export const appScheme = 'app';
export const appHost = 'bundle';
export const appOrigin = `${appScheme}://${appHost}`;
export const appPage = `${appOrigin}/index.html`;

import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.css';
import './theme/global.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { listenForDrops } from './app/dropped-files.ts';
import { Providers } from './app/providers.tsx';
import { windowBridge } from './bridge/bridge.ts';

listenForDrops();

// Fresh per load, put here by main. The scroll lock of dialogs takes it from get-nonce, Mantine from its provider.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
if (nonce !== '') setNonce(nonce);

const root = document.getElementById('root');
const bridge = windowBridge();
if (root === null || bridge === null) {
  document.body.textContent = 'This page works only inside the Grantdesk app.';
} else {
  createRoot(root).render(
    <StrictMode>
      <Providers bridge={bridge} {...(nonce === '' ? {} : { nonce })}>
        <App />
      </Providers>
    </StrictMode>,
  );
}

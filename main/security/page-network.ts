import type { App, Session } from 'electron';

/** A page's WebRTC goes through the session's proxy or not at all. To be called before `ready`. */
export function confineWebRtc(app: App): void {
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'));
}

/**
 * Leaves the UI's own session without any network: its page is served from files and talks to main alone. The content
 * policy says so too, but it has no word about WebRTC, whose data channels would carry away whatever the page knows.
 * `app:` is not concerned. The discard address as proxy answers nobody; `<-loopback>` puts this computer behind it as well.
 */
export async function cutOffNetwork(session: Pick<Session, 'setProxy'>): Promise<void> {
  await session.setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://0.0.0.0:9', proxyBypassRules: '<-loopback>' });
}

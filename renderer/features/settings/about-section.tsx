import { useAppState } from '../../bridge/hooks.ts';
import { Card } from '../../ui/page.tsx';
import { ProductMark } from '../../ui/product-mark.tsx';
import { Section } from '../../ui/section.tsx';
import css from './about-section.module.css';

const PLATFORM: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

export function AboutSection() {
  const { version, electron, platform, packaged, authorizationOrigin } = useAppState();
  return (
    <Section title="About">
      <Card padded className={css.card ?? ''}>
        <ProductMark size={40} />
        <div>
          <p className="gd-row-title">Grantdesk {version}</p>
          <p className="gd-meta gd-num">
            Electron {electron} · {PLATFORM[platform] ?? platform}
            {packaged ? '' : ' · run from its source'}
          </p>
          <p className="gd-meta">
            Asks for authorization at <span className="gd-mono">{authorizationOrigin}</span>
          </p>
        </div>
      </Card>
    </Section>
  );
}

import DOMPurify from 'dompurify';
import { ADDRESS, linkTarget } from './link-target.ts';

/** What is left of a description: text, a few harmless elements, and links that go nowhere by themselves. */
export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'element'; readonly tag: RichTag; readonly children: readonly RichNode[] }
  /** `url` as it stands in the description: main looks it up there before it opens anything. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly RichNode[] };

export interface RichText {
  readonly nodes: readonly RichNode[];
  /** Line breaks of the text count: it has no elements that break lines. */
  readonly keepsLines: boolean;
  /** The text was longer than is shown. */
  readonly cut: boolean;
}

const TAGS = ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code', 'span', 'div', 'hr'] as const;
export type RichTag = (typeof TAGS)[number];

const LONGEST = 100_000;
/** Deeper or more than this is no text for people; what is inside is shown as plain text, or not at all. */
const DEEPEST = 24;
const MOST_NODES = 5_000;

const BREAKS = /<(br|p|div|li|ul|ol|h[1-6]|blockquote|pre|hr)\b/i;
const MARKUP = /<\/?[a-z!][^<>]*>|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i;

/**
 * Makes a description safe: DOMPurify with a short list of elements and no attribute but `href`, then copied node by node
 * into a tree of our own. Markup never reaches the page as markup, so nothing in it can run, load or style.
 * @param raw HTML or plain text as Google has it
 */
export function readDescription(raw: string): RichText {
  const cut = raw.length > LONGEST;
  const text = cut ? raw.slice(0, LONGEST) : raw;
  if (!MARKUP.test(text)) return { nodes: withLinks(text), keepsLines: true, cut };
  const fragment = DOMPurify.sanitize(withoutStyles(text), {
    ALLOWED_TAGS: [...TAGS, 'a'],
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    SANITIZE_NAMED_PROPS: true,
    RETURN_DOM_FRAGMENT: true,
  });
  const budget = { left: MOST_NODES };
  const nodes = copyChildren(fragment, 0, false, budget);
  return { nodes, keepsLines: !BREAKS.test(text), cut: cut || budget.left <= 0 };
}

/**
 * Style and base under names that do nothing. They are taken out in any case, but the page's content policy looks at them as soon as
 * the text is parsed, and complains: what is reported there should be ours.
 */
function withoutStyles(text: string): string {
  return text
    .replace(/<(\/?)style(?=[\s/>])/gi, '<$1noembed')
    .replace(/<base(?=[\s/>])/gi, '<wbr')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])style(?=\s*=)/gi, '$1data-style'));
}

interface Budget {
  left: number;
}

function copyChildren(parent: Node, depth: number, inLink: boolean, budget: Budget): readonly RichNode[] {
  const nodes: RichNode[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (budget.left <= 0) break;
    budget.left -= 1;
    nodes.push(...copy(child, depth, inLink, budget));
  }
  return nodes;
}

function copy(node: Node, depth: number, inLink: boolean, budget: Budget): readonly RichNode[] {
  if (node.nodeType === Node.TEXT_NODE) return inLink ? [plain(node.nodeValue ?? '')] : withLinks(node.nodeValue ?? '');
  if (!(node instanceof Element)) return [];
  if (depth >= DEEPEST) return [plain(node.textContent)];
  const tag = node.localName;
  const children = copyChildren(node, depth + 1, inLink || tag === 'a', budget);
  if (tag === 'a') {
    const url = node.getAttribute('href') ?? '';
    if (inLink || linkTarget(url) === null || children.length === 0) return children;
    return [{ kind: 'link', url, children }];
  }
  return isTag(tag) ? [{ kind: 'element', tag, children }] : children;
}

function isTag(tag: string): tag is RichTag {
  return (TAGS as readonly string[]).includes(tag);
}

function plain(text: string): RichNode {
  return { kind: 'text', text };
}

/** Finds the web addresses in a text. Marks that end a sentence are not part of them. */
export function withLinks(text: string): readonly RichNode[] {
  const nodes: RichNode[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = match[0].replace(/[.,;:!?'")\]}>*]+$/, '');
    if (linkTarget(url) === null) continue;
    if (match.index > at) nodes.push(plain(text.slice(at, match.index)));
    nodes.push({ kind: 'link', url, children: [plain(url)] });
    at = match.index + url.length;
  }
  if (at < text.length) nodes.push(plain(text.slice(at)));
  return nodes;
}

/** The words alone, for the look ahead of `Show more`. */
export function textOf(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (node.kind === 'text' ? node.text : textOf(node.children))).join('');
}

/** HTML that is already safe. Only `html` makes it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/** Template tag: every inserted value is escaped unless it is Markup itself; undefined inserts nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + render(parts[index - 1]) + string));
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map((markup) => markup.text).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

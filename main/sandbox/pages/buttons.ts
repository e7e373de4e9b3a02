import { html } from './markup.ts';

/** The two answers every question page has; the server reads `answer`. Continue comes first because Enter presses the first one. */
export const buttons = html`<div class="buttons">
<button class="go" type="submit" name="answer" value="continue">Continue</button>
<button type="submit" name="answer" value="cancel">Cancel</button>
</div>`;

import path from 'node:path';

/** What a user sees and does in the workbench, in the user's words; the selectors stay in here. */
export class Workbench {
  #page;
  #pictures;

  constructor(page, pictures) {
    this.#page = page;
    this.#pictures = pictures;
  }

  async open(file) {
    await this.#page.keyboard.press('Control+KeyP');
    const input = this.#page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ state: 'visible' });
    await input.fill(file);
    const name = path.posix.basename(file);
    await this.#page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
    await this.#page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by its title, as typed into the command palette. */
  async command(title) {
    await this.#page.keyboard.press('F1');
    const input = this.#page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    await this.#page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.#page.keyboard.press('Enter');
  }

  async type(text) {
    await this.#page.keyboard.insertText(text);
  }

  async press(keys) {
    await this.#page.keyboard.press(keys);
  }

  /** Squiggles that are drawn now, as a locator. */
  squiggles() {
    return this.#page.locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning');
  }

  async waitForSquiggle(milliseconds = 5000) {
    await this.squiggles().first().waitFor({ state: 'attached', timeout: milliseconds });
  }

  async waitForNoSquiggle(milliseconds = 5000) {
    await this.#page.waitForFunction(
      () => document.querySelector('.editor-instance :is(.squiggly-error, .squiggly-warning)') === null,
      undefined,
      { timeout: milliseconds },
    );
  }

  /** Puts the mouse on the first squiggle and returns the hover's text, once it holds the part that comes last. */
  async hoverSquiggle(last) {
    const { x, y } = await this.#onSquiggle();
    // The editor shows a hover for a mouse that moves, not for one that was there all along.
    await this.#page.mouse.move(x, y - 40);
    await this.#page.mouse.move(x, y);
    const hover = this.#page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
    await hover.filter({ hasText: last }).first().waitFor({ state: 'visible' });
    return (await hover.allInnerTexts()).join('\n');
  }

  /** Puts the cursor on the first squiggle. */
  async clickSquiggle() {
    const { x, y } = await this.#onSquiggle();
    await this.#page.mouse.click(x, y);
  }

  async #onSquiggle() {
    const { x, y, width, height } = await this.squiggles().first().boundingBox();
    return { x: x + Math.min(width / 2, 60), y: y + height / 2 };
  }

  /** Opens the lamp's menu at the cursor and returns the titles in it. */
  async lampMenu() {
    await this.#page.keyboard.press('Control+Period');
    const rows = this.#page.locator('.action-widget .monaco-list-row');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  async chooseFromLamp(title) {
    await this.#page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
  }

  /** Answers the question that the editor asks at its top. */
  async answer(text) {
    const input = this.#page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ state: 'visible' });
    await input.fill(text);
    await this.#page.keyboard.press('Enter');
  }

  /** The text of a message that the editor shows. */
  async notification(part) {
    const message = this.#page.locator('.notification-toast', { hasText: part }).first();
    await message.waitFor();
    return message.innerText();
  }

  async waitForText(text, milliseconds = 5000) {
    for (const end = Date.now() + milliseconds; ; ) {
      const visible = await this.visibleText();
      if (visible.includes(text)) return;
      if (Date.now() > end) throw new Error(`${text} is not in\n${visible}`);
    }
  }

  /** The active editor's visible text. The editor draws spaces as no-break spaces. */
  async visibleText() {
    const lines = await this.#page.locator('.editor-instance .view-line').all();
    const placed = await Promise.all(
      lines.map(async (line) => ({ top: (await line.boundingBox())?.y ?? 0, text: await line.innerText() })),
    );
    placed.sort((a, b) => a.top - b.top);
    return placed.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
  }

  statusBar() {
    return this.#page.locator('#backend-security-coder\\.backend-security-coder\\.backendSecurity\\.status');
  }

  problems() {
    return this.#page.locator('.markers-panel .monaco-list-row');
  }

  async undoAll() {
    await this.command('File: Revert File');
  }

  async picture(name) {
    const file = path.join(this.#pictures, `${name}.png`);
    await this.#page.screenshot({ path: file });
    return file;
  }
}

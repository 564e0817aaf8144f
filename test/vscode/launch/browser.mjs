import { browserPath } from './system-packages.mjs';

/** A headless browser that talks to nobody but the embedded editor. */
export function launchBrowser(playwright) {
  return playwright.chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

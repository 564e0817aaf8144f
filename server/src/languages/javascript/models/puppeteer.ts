import { model } from '../../../facts/model';
import { ends } from './_words';

const BROWSERS = ['chromium', 'firefox', 'webkit'];

export default model({
  library: 'puppeteer',
  aliases: [
    'puppeteer-core',
    'puppeteer-extra',
    'playwright',
    'playwright-core',
    '@playwright/test',
    'rebrowser-puppeteer',
  ],
  types: {
    Browser: [
      'launch()',
      'connect()',
      ...BROWSERS.map((name) => `${name}.{launch,connect}()`),
      'type puppeteer#Browser',
      'Browser.{createIncognitoBrowserContext,createBrowserContext,newContext}()',
    ],
    Page: ['Browser.newPage()', 'Browser.pages()[]', 'Page.mainFrame()', 'type puppeteer#Page', 'type playwright#Page'],
  },
  sinks: {
    url: ['Page.goto($0)'],
    code: ['Page.{evaluate,evaluateHandle,evaluateOnNewDocument,addInitScript}($0)'],
  },
  propagators: ends('Browser.*()', 'Page.{goto,waitForSelector,screenshot,pdf,click,setViewport,close}()'),
});

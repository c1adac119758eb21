/**
 * Unpacks the browser of `@sparticuz/chromium` where temporary files belong. It is run as a program of its own
 * (`browser.ts`), for the package changes the environment of whoever imports it.
 */

import chromium from '@sparticuz/chromium'

await chromium.executablePath()

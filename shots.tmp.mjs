import { chromium } from 'playwright-core';
import { serve } from './tools/serve.mjs';
const server = await serve({ folder: 'dist' });
const url = server.url;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--headless=new', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
const sizes = JSON.parse(process.argv[2] ?? '[["d",1280,800,1,"light"]]');
for (const [name, width, height, scale, scheme, act] of sizes) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme: scheme, hasTouch: width < 500 });
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(name, m.text().slice(0, 200)));
  if (act === 'none') await page.route('**/neighbours/**', (r) => r.fulfill({ status: 404, body: '' }));
  if (act === 'failed') await page.route('**/*.neighbours.gz*', (r) => r.abort());
  if (act === 'loading') await page.route('**/*.neighbours.gz*', () => {});
  await page.goto(url);
  await page.evaluate(() => window.atelier?.ready ?? new Promise((r) => { const t = setInterval(() => { if (window.atelier) { clearInterval(t); r(window.atelier.ready); } }, 50); }));
  await page.evaluate((act) => {
    if (act === 'draw') window.atelier.dispatch({ type: 'stroke', tool: 'polygon', gray: 180, size: 0.02, points: [[0.3, 0.15, 0.5], [0.7, 0.15, 0.5], [0.85, 0.4, 0.5], [0.7, 0.45, 0.5], [0.68, 0.85, 0.5], [0.32, 0.85, 0.5], [0.3, 0.45, 0.5], [0.15, 0.4, 0.5]] });
    else window.atelier.dispatch({ type: 'select-sample', index: act === 'shirt' ? 4 : 17 });
    window.atelier.dispatch({ type: 'open-why', topic: act === 'map' ? 'map' : 'neighbours' });
  }, act);
  await page.waitForTimeout(2500);
  const n = await page.evaluate(() => window.atelier.snapshot().neighbours);
  console.log(name, JSON.stringify(n)?.slice(0, 700));
  await page.screenshot({ path: `/tmp/why/${name}.png` });
  await page.close();
}
await browser.close();
server.close?.();
process.exit(0);

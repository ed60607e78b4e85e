// From the click on the cancel button until the customer can use the view, in Chromium.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { median, show } from '../lib/figures.js';
import { watchOthers } from '../lib/procfs.js';

const CLICKS = 20;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The customer's account page: a button and the SDK. */
const page = (server, publicKey, sessions) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Account</title>
<script src="${server}/sdk/renumerate.js"></script></head>
<body><h1>Account</h1><div id="leave"></div><script>
const sessions = ${JSON.stringify(sessions)};
const renumerate = new Renumerate({ publicKey: '${publicKey}' });
function mount() { renumerate.mountCancelButton('leave', sessions.shift()); }
let clicked = 0;
window.times = {};
const wall = () => performance.timeOrigin + performance.now();
addEventListener('click', () => { window.times = {}; clicked = wall();
  requestAnimationFrame(() => setTimeout(() => { times.dialog = wall() - clicked; })); }, true);
addEventListener('message', ({ data }) => {
  if (data && data.type === 'ready') times.usable = wall() - clicked; });
window.clickedAt = () => clicked;
mount();
</script></body></html>`;

/** Serves the page where the brand allows its button. */
export async function startHost(port) {
  let html = '';
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(html);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${port}`,
    show: (text) => {
      html = text;
    },
    close: () => server.close(),
  };
}

/** One click on a page that is loaded; milliseconds since the click. */
async function click(tab) {
  const requests = [];
  const note = (request) => {
    // The form without a body is the browser's own first empty document.
    if (request.url().startsWith('http')) requests.push(request.url());
  };
  tab.on('request', note);
  await tab.click('#leave button');
  await tab.waitForFunction(() => window.times.usable && window.times.dialog);
  const frame = tab.frames().find((one) => one.url().includes('/retention'));
  const painted = await frame.evaluate(firstPaint);
  tab.off('request', note);
  const { times, clickedAt } = await tab.evaluate(() => ({
    times: window.times,
    clickedAt: window.clickedAt(),
  }));
  return { ...times, painted: painted - clickedAt, requests: requests.length };
}

/** Runs in the frame: the wall time of its first paint. */
function firstPaint() {
  return new Promise((resolve) => {
    const found = (entries) => {
      const paint = entries.find(({ name }) => name === 'first-contentful-paint');
      if (paint) resolve(performance.timeOrigin + paint.startTime);
    };
    new PerformanceObserver((list) => found(list.getEntries())).observe({
      type: 'paint',
      buffered: true,
    });
  });
}

/** Each click in a browser context of its own: new connections, nothing cached. */
async function coldClicks(browser, host) {
  const clicks = [];
  for (let at = 0; at < CLICKS; at += 1) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(host.url, { waitUntil: 'networkidle' });
    clicks.push(await click(tab));
    await context.close();
  }
  return clicks;
}

/** One page on which the view is opened and closed again and again. */
async function warmClicks(browser, host) {
  const tab = await browser.newPage();
  await tab.goto(host.url, { waitUntil: 'networkidle' });
  const clicks = [];
  for (let at = 0; at <= CLICKS; at += 1) {
    clicks.push(await click(tab));
    await tab.evaluate(() => {
      document.querySelector('.renumerate-dialog-close').click();
      mount();
    });
  }
  return clicks.slice(1);
}

export async function measureClicks({ installation, server, host, roots }, sessionsFor) {
  console.log('==> from the click to the usable view, in Chromium');
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const sessions = await sessionsFor(CLICKS + 2);
    host.show(page(server.url, installation.publicKey, sessions));
    const others = watchOthers(roots);
    const cold = await coldClicks(browser, host);
    const warm = await warmClicks(browser, host);
    const used = others();
    return [row('cold', cold, used), row('warm', warm, used)];
  } finally {
    await browser.close();
  }
}

function row(state, clicks, others) {
  const middle = (name) => median(clicks.map((one) => one[name]));
  const requests = Math.max(...clicks.map((one) => one.requests));
  return {
    what: `click → view in Chromium, ${state}`,
    figures:
      `dialog painted ${show(middle('dialog'))} ms, view painted ${show(middle('painted'))} ms, ` +
      `usable ${show(middle('usable'))} ms; ${requests} request${requests === 1 ? '' : 's'}`,
    goal: 'view painted ≤ 100 ms, usable ≤ 150 ms, 1 request',
    isMet: middle('painted') <= 100 && middle('usable') <= 150 && requests === 1,
    note: `medians of ${clicks.length}`,
    others,
  };
}

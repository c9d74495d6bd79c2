import { join, resolve } from 'node:path';
import { filesIn, serve, type Answer, type Server } from '../../../scripts/lib/serve';
import { SPY_SCRIPT } from './spy';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const demo = filesIn(join(ROOT, 'scripts', 'demo'));

const LD_JSON =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"On patrol","datePublished":"2020-12-14"}</script>';

/** Somebody who is in no pack, and in every article here. */
export const NEW_NAME = 'Tessa Holroyd';

const PARAGRAPH =
  'The RAF has flown over Iraq and Syria on Operation Shader for six years, and the pilots who set out against Daesh ' +
  'know the valleys by now. Nobody at the base would say how long it will go on; the mission is kept under review, as ' +
  'it has been since the day on which it was announced. Squadron Leader ' +
  NEW_NAME +
  ' gives the same answer every time that somebody asks.';

/** An operation that nobody has saved, in two spellings. */
const UNKNOWN_PARAGRAPH =
  'Sailors on Operation Tideway searched eleven vessels off the coast on Sunday, the navy said. Op TIDEWAY began in ' +
  'January and has found nothing yet, and nobody would say how long the ships are to stay at sea.';

/** What the second of two articles about one operation adds. */
const NEWS_SENTENCE =
  'A committee was told on Monday that Operation Shader has cost 1.7 billion pounds, and Ben Wallace did not deny it.';

/** The same as {@link article} in a paper of this name. */
function published(site: string, paragraphs: string): string {
  return article(paragraphs, `<meta property="og:site_name" content="${site}">`);
}

/** A plain news article around some paragraphs. */
function article(paragraphs: string, head = ''): string {
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>On patrol</title>` +
    `<meta property="og:type" content="article">${LD_JSON}${head}</head>` +
    `<body><main><article><h1>On patrol</h1>${paragraphs}</article></main></body></html>`
  );
}

const plain = `<p>${PARAGRAPH}</p>`.repeat(4);

/** A size that no news page reaches; names in every paragraph. */
const HUGE_CHARACTERS = 5_000_000;

function hugeArticle(): string {
  return article(`<p>${PARAGRAPH}</p>`.repeat(Math.ceil(HUGE_CHARACTERS / PARAGRAPH.length)));
}

/** Replaces its whole text every 50 ms and counts how often it got to. */
const BUSY_SCRIPT = `<script>
  window.turns = 0;
  setInterval(() => {
    window.turns += 1;
    for (const p of document.querySelectorAll('p')) p.textContent = p.textContent.replace(/( \\d+)?$/, ' ' + window.turns);
  }, 50);
</script>`;

const STRICT_POLICY =
  "default-src 'none'; style-src 'none'; script-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The smallest file that readers take for a PDF of one empty page. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const PAGES: Readonly<Record<string, () => Answer>> = {
  '/plain': () => ({ body: article(plain) }),
  '/second': () => ({ body: article(plain.replaceAll('valleys', 'roads')) }),
  '/unknown': () => ({ body: article(`<p>${UNKNOWN_PARAGRAPH}</p>${plain}`) }),
  '/courier': () => ({ body: published('The Northern Courier', plain) }),
  '/gazette': () => ({ body: published('Harbour Gazette', `<p>${NEWS_SENTENCE}</p>${plain}`) }),
  '/huge': () => ({ body: hugeArticle() }),
  '/empty': () => ({ body: '<!doctype html><title>Nothing</title><canvas></canvas>' }),
  '/busy': () => ({ body: article(plain, BUSY_SCRIPT) }),
  '/strict': () => ({ body: article(plain), headers: { 'content-security-policy': STRICT_POLICY } }),
  '/isolated': () => ({
    body: article(plain),
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    },
  }),
  '/spy': () => ({ body: article(plain, `<script>${SPY_SCRIPT}</script>`) }),
  '/paper.pdf': () => ({ type: '.pdf', body: PDF }),
};

/** Serves the demonstration article at `/article.html` and one page for every trial. */
export function servePages(): Promise<Server> {
  return serve((path) => PAGES[path]?.() ?? demo(path));
}

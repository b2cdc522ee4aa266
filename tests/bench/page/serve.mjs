/** A small static server, as pages are served on the web: compressed, on any free port of this machine. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** What a server would not compress: it is compressed already. */
const compressed = new Set(['.png']);

/** Every file of a folder by its address, compressed once. */
function filesOf(folder) {
  const files = new Map();
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!statSync(path).isFile() || path.endsWith('.map')) continue;
    const raw = readFileSync(path);
    const type = types[extname(path)] ?? 'application/octet-stream';
    const isPacked = !compressed.has(extname(path));
    files.set(`/${name.replaceAll('\\', '/')}`, { body: isPacked ? gzipSync(raw, { level: 9 }) : raw, type, isPacked });
  }
  files.set('/', files.get('/index.html'));
  return files;
}

/**
 * Serves a folder. `asked` is every answered request since it was last emptied: address, bytes of the body as sent, and
 * when, in milliseconds since 1970. Fails if the folder has no page.
 */
export async function serve(folder) {
  const files = filesOf(folder);
  if (files.get('/') === undefined) throw new Error(`${folder} has no index.html; build the page first`);
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = files.get(pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    asked.push({ path: pathname, type: file.type, bytes: file.body.length, at: Date.now() });
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Length': file.body.length,
      // Names of assets tell their content; everything else is asked for again.
      'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(file.isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    });
    response.end(file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

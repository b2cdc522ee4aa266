/** A plain static server on this machine, with the built page in a folder of it, whose network and files can fail. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precacheOf } from '../../build/precache';

/** Where the page lies on the server: as deep as somebody's own server may have it. */
const folder = '/some/path/';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.md': 'text/markdown; charset=utf-8',
};

/** A running server. */
export interface Site {
  /** The page's address, with a slash at the end. */
  readonly address: string;
  /** Paths below the page's folder that were asked for, oldest first. */
  readonly asked: string[];
  /** Makes the server drop every connection, or none. */
  power(on: boolean): void;
  /** The folder whose files it has. */
  files: string;
  /** Instead of a file of this path below the page's folder: other content, or null for 404. */
  readonly instead: Map<string, string | null>;
  close(): Promise<void>;
}

/** Starts a server that has the built page. It sends no headers but the type: the page has to do with that. */
export async function startSite(): Promise<Site> {
  let up = true;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!up) {
      request.socket.destroy();
      return;
    }
    const path = pathname.startsWith(folder) ? decodeURI(pathname.slice(folder.length)) || 'index.html' : null;
    if (path !== null) site.asked.push(path);
    const content = path === null ? null : read(path);
    if (path === null || content === null) {
      response
        .writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
        .end('<h1>The server has no such page</h1>');
      return;
    }
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }).end(content);
  });
  const read = (path: string): string | Buffer | null => {
    const instead = site.instead.get(path);
    if (instead !== undefined) return instead;
    try {
      return readFileSync(join(site.files, path));
    } catch {
      return null;
    }
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const site: Site = {
    address: `http://127.0.0.1:${port.toString()}${folder}`,
    asked: [],
    power: (on) => {
      up = on;
    },
    files: built,
    instead: new Map(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return site;
}

/** The next release of the page, as a deployment puts it in the place of the one before. */
export interface Release {
  readonly files: string;
  remove(): void;
}

/** Where a release says which one it is. */
export const releaseMark = 'name="test-release"';

/**
 * Makes a release out of the built page in which every script has another name and other content, as any change of the
 * engine would do, and the page a mark. The service worker's list is that of the new files.
 */
export function makeRelease(mark: string): Release {
  const files = mkdtempSync(join(tmpdir(), 'playground-release-'));
  cpSync(built, files, { recursive: true });
  const scripts = readdirSync(join(files, 'assets')).filter((name) => name.endsWith('.js'));
  const renamed = (text: string): string =>
    scripts.reduce((result, name) => result.replaceAll(name, name.replace(/\.js$/, `${mark}.js`)), text);
  const before = precacheOf(built);
  for (const name of scripts) {
    const path = join(files, 'assets', name);
    writeFileSync(path, `${renamed(readFileSync(path, 'utf8'))}\n// ${mark}\n`);
    renameSync(path, join(files, 'assets', renamed(name)));
  }
  const page = join(files, 'index.html');
  const head = `<head>\n    <meta ${releaseMark} content="${mark}" />`;
  writeFileSync(page, renamed(readFileSync(page, 'utf8')).replace('<head>', head));
  const after = precacheOf(files);
  const worker = join(files, 'service-worker.js');
  let text = renamed(readFileSync(worker, 'utf8')).replaceAll(before.version, after.version);
  const hashes = new Map(after.files);
  for (const [path, hash] of before.files) text = text.replaceAll(hash, hashes.get(renamed(path)) ?? '');
  writeFileSync(worker, text);
  return {
    files,
    remove: () => {
      rmSync(files, { recursive: true });
    },
  };
}

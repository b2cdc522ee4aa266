/**
 * The real servers that the robust presets and the sample bodies are posted to: how each is built from its Go module
 * and started on this machine, and where it keeps what it was sent.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where built programs are kept, `PLATFORM_SERVERS` if it is set; never in the repository. */
const programs =
  process.env['PLATFORM_SERVERS'] ??
  fileURLToPath(new URL('../../../node_modules/.cache/platform-servers/', import.meta.url));

/** A server's answer to a body, and what it keeps of it, as JSON of its API. A broken connection has status 0. */
export interface ServerAnswer {
  readonly status: number;
  readonly body: string;
  /** Null when the body was refused. */
  readonly kept: string | null;
}

/** A running server. */
export interface RunningServer {
  readonly post: (body: string) => Promise<ServerAnswer>;
  readonly stop: () => void;
}

/** A server that can be built and started. */
export interface ServerProgram {
  /** The platform's id. */
  readonly id: string;
  readonly module: string;
  readonly version: string;
  readonly path: string;
  readonly build: () => void;
  readonly start: () => Promise<RunningServer>;
}

function go(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd: string = tmpdir()): string {
  return execFileSync('go', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function answerOf(url: string, body: string): Promise<{ readonly status: number; readonly body: string }> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    return { status: response.status, body: (await response.text()).trim() };
  } catch {
    // Alertmanager breaks off the connection at some bodies.
    return { status: 0, body: '' };
  }
}

/** Waits until a server answers at an address; throws when it has ended before. */
async function untilUp(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with ${String(server.exitCode)}`);
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function stopper(server: ChildProcess, folder: string): () => void {
  return () => {
    server.kill();
    // It may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}

const alertmanager: ServerProgram = {
  id: 'alertmanager',
  module: 'github.com/prometheus/alertmanager',
  // Newer modules lack the built web page, without which they do not compile.
  version: 'v0.28.1',
  path: join(programs, 'alertmanager'),
  build() {
    mkdirSync(programs, { recursive: true });
    go(['install', `${this.module}/cmd/alertmanager@${this.version}`], { GOBIN: programs });
  },
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
    const config = join(folder, 'config.yml');
    writeFileSync(config, 'route: {receiver: nobody}\nreceivers: [{name: nobody}]\n');
    const address = '127.0.0.1:29093';
    const flags = [`--config.file=${config}`, `--storage.path=${folder}`, `--web.listen-address=${address}`];
    const server = spawn(this.path, [...flags, '--cluster.listen-address='], { stdio: 'ignore' });
    const url = `http://${address}/api/v2/alerts`;
    await untilUp(url, server);
    return {
      async post(body) {
        // A resolved alert is not listed, so that its texts are read from its firing twin.
        const firing = body.replace('"endsAt": "2000-', '"endsAt": "2100-');
        const answer = await answerOf(url, body);
        if (answer.status !== 200) return { ...answer, kept: null };
        if (firing !== body) await answerOf(url, firing);
        return { ...answer, kept: JSON.stringify(alertLike(body, await (await fetch(url)).text())) };
      },
      stop: stopper(server, folder),
    };
  },
};

/** Labels as text, in order; those without a value are dropped. */
function labelText(alert: { readonly labels?: Readonly<Record<string, unknown>> }): string {
  return JSON.stringify(
    Object.entries(alert.labels ?? {})
      .filter(([, value]) => value !== '')
      .sort(),
  );
}

/** The alerts of a body; none where it is no JSON but begins with some, which Alertmanager takes too. */
function listIn(body: string): readonly { readonly labels?: Readonly<Record<string, unknown>> }[] {
  try {
    return JSON.parse(body) as readonly { readonly labels?: Readonly<Record<string, unknown>> }[];
  } catch {
    return [];
  }
}

/** The alert in Alertmanager's list that has the labels of a body's first alert. */
function alertLike(body: string, list: string): unknown {
  const [posted = {}] = listIn(body);
  const kept = JSON.parse(list) as readonly { readonly labels?: Readonly<Record<string, unknown>> }[];
  return kept.find((alert) => labelText(alert) === labelText(posted)) ?? null;
}

const gotify: ServerProgram = {
  id: 'gotify',
  module: 'github.com/gotify/server/v2',
  version: 'v2.6.1',
  path: join(programs, 'gotify'),
  build() {
    mkdirSync(programs, { recursive: true });
    const { Dir } = JSON.parse(go(['mod', 'download', '-json', `${this.module}@${this.version}`])) as {
      readonly Dir: string;
    };
    const source = mkdtempSync(join(tmpdir(), 'gotify-source-'));
    cpSync(Dir, source, { recursive: true });
    execFileSync('chmod', ['-R', 'u+w', source]);
    // The module lacks the built web page, which the program embeds; empty files do for its API.
    mkdirSync(join(source, 'ui/build/static'), { recursive: true });
    for (const file of ['index.html', 'manifest.json', 'asset-manifest.json', 'static/none']) {
      writeFileSync(join(source, 'ui/build', file), '{}');
    }
    go(['build', '-o', this.path, '.'], { GOFLAGS: '-buildvcs=false' }, source);
    rmSync(source, { recursive: true, force: true });
  },
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'gotify-'));
    const server = spawn(this.path, [], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        GOTIFY_SERVER_LISTENADDR: '127.0.0.1',
        GOTIFY_SERVER_PORT: '29094',
        GOTIFY_DATABASE_CONNECTION: join(folder, 'gotify.db'),
        GOTIFY_DEFAULTUSER_NAME: 'admin',
        GOTIFY_DEFAULTUSER_PASS: 'admin',
        GOTIFY_UPLOADEDIMAGESDIR: join(folder, 'images'),
        GOTIFY_PLUGINSDIR: '',
      },
    });
    const base = 'http://127.0.0.1:29094';
    await untilUp(`${base}/health`, server);
    const headers = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };
    const created = await fetch(`${base}/application`, { method: 'POST', headers, body: '{"name": "Coroot"}' });
    const { token } = (await created.json()) as { readonly token: string };
    return {
      async post(body) {
        const answer = await answerOf(`${base}/message?token=${token}`, body);
        if (answer.status !== 200) return { ...answer, kept: null };
        return { ...answer, kept: await (await fetch(`${base}/message?limit=1`, { headers })).text() };
      },
      stop: stopper(server, folder),
    };
  },
};

/** Where the source of ntfy is taken from: the Go proxy does not serve its module. Another copy of it does as well. */
const ntfySource = process.env['NTFY_SOURCE'] ?? 'https://github.com/binwiederhier/ntfy';

const ntfy: ServerProgram = {
  id: 'ntfy',
  module: 'github.com/binwiederhier/ntfy',
  // 2.13.0, of July 2025.
  version: '81a486adc11fe24efcbedefb28ae946028597c2f',
  path: join(programs, 'ntfy'),
  build() {
    mkdirSync(programs, { recursive: true });
    const source = mkdtempSync(join(tmpdir(), 'ntfy-source-'));
    execFileSync('git', ['clone', '--quiet', '--no-checkout', ntfySource, source]);
    execFileSync('git', ['-C', source, 'checkout', '--quiet', this.version]);
    // The built documentation and web page, which the program embeds.
    for (const file of ['docs/index.html', 'site/app.html']) {
      mkdirSync(join(source, 'server', file, '..'), { recursive: true });
      writeFileSync(join(source, 'server', file), '');
    }
    const tags = 'sqlite_omit_load_extension,osusergo,netgo';
    go(['build', '-tags', tags, '-o', this.path, '.'], { GOFLAGS: '-buildvcs=false', CGO_ENABLED: '1' }, source);
    rmSync(source, { recursive: true, force: true });
  },
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'ntfy-'));
    const config = join(folder, 'server.yml');
    const address = '127.0.0.1:29095';
    // Everything else is as it comes: no e-mail, no calls, no attachments.
    writeFileSync(config, `listen-http: "${address}"\nvisitor-request-limit-exempt-hosts: "127.0.0.1"\n`);
    const server = spawn(this.path, ['serve', '--config', config], { stdio: 'ignore' });
    const base = `http://${address}`;
    await untilUp(`${base}/v1/health`, server);
    return {
      async post(body) {
        const answer = await answerOf(base, body);
        // It answers with the message that it keeps.
        return { ...answer, kept: answer.status === 200 ? answer.body : null };
      },
      stop: stopper(server, folder),
    };
  },
};

/** Every server. */
export const servers: readonly ServerProgram[] = [gotify, alertmanager, ntfy];

/** Whether a server's program has been built here. */
export function isBuilt(server: ServerProgram): boolean {
  return existsSync(server.path);
}

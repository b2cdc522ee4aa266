/** The two programs as child processes that answer requests line by line. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Interface, createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type GoVersion, newestGo } from '../../src/go/version';
import type { HeaderPair, Request } from './subject';

/** An answer on the wire: bytes are base64; `fault` says why there is none. */
export interface WireAnswer {
  readonly output: string;
  readonly body?: string;
  readonly error: string | null;
  /** The error's bytes, when they are not UTF-8. */
  readonly errorBase64?: string;
  /** The headers of the request as they were sent, without Host. */
  readonly headers?: readonly HeaderPair[];
  /** Whether Coroot itself sent the notification, from the oracle only. */
  readonly itself?: boolean;
  readonly fault?: string;
}

/** A running program. Requests may be asked while others are still being answered. */
export class Program {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly lines: Interface;
  private readonly waiting: { resolve: (answer: WireAnswer) => void; reject: (error: Error) => void }[] = [];
  private ended = false;

  constructor(command: string, args: readonly string[]) {
    this.child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.child.stdout, crlfDelay: Infinity });
    this.lines.on('line', (line) => {
      this.waiting.shift()?.resolve(JSON.parse(line) as WireAnswer);
    });
    this.child.on('exit', (code) => {
      this.ended = true;
      for (const { reject } of this.waiting) reject(new Error(`${command} ended with code ${String(code)}`));
    });
  }

  /** The answer to one request. Rejects when the program ends before it has given it. */
  ask(request: Request): Promise<WireAnswer> {
    if (this.ended) return Promise.reject(new Error('the program has ended'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  /** Lets the program end once it has answered everything. */
  close(): void {
    this.child.stdin.end();
  }
}

const here = fileURLToPath(new URL('.', import.meta.url));

const built = (name: string): string =>
  fileURLToPath(new URL(`../../node_modules/.cache/conformance/${name}`, import.meta.url));

/** The toolchain of each Go: the installed one is the newest, the others come through Go's module proxy. */
const toolchains: Readonly<Record<GoVersion, string>> = {
  '1.21': 'go1.21.13',
  '1.23': 'go1.23.12',
  '1.25': 'go1.25.5',
  '1.26': 'local',
};

/** The Go with which the release of Coroot was built that `oracle/coroot.mod` names. */
export const corootGo: GoVersion = '1.25';

function go(version: GoVersion, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const options = {
    cwd: `${here}oracle`,
    env: { ...process.env, GOTOOLCHAIN: toolchains[version], ...env },
  };
  let found: string;
  try {
    found = execFileSync('go', ['env', 'GOVERSION'], { ...options, encoding: 'utf8' }).trim();
  } catch (e) {
    throw new Error(`Go ${version} cannot be had: GOTOOLCHAIN=${toolchains[version]} go env GOVERSION failed`, {
      cause: e,
    });
  }
  if (!found.startsWith(`go${version}`)) throw new Error(`Go ${version} cannot be had: what is installed is ${found}`);
  execFileSync('go', args, { ...options, stdio: 'inherit' });
}

/**
 * Builds the oracle with a Go. Throws an Error when that Go cannot be had or it does not compile. The two build modes
 * put the program's code at different addresses; the first keeps the heap where it has been in every Go before 1.26.
 */
export function buildOracle(version: GoVersion, mode: 'exe' | 'pie' = 'exe'): string {
  const binary = built(`oracle-${version}-${mode}`);
  mkdirSync(dirname(binary), { recursive: true });
  const heap = version === newestGo && mode === 'exe' ? 'norandomizedheapbase64' : '';
  go(version, ['build', `-buildmode=${mode}`, '-o', binary, '.'], { GOEXPERIMENT: heap });
  return binary;
}

/**
 * Tests and builds the oracle that has Coroot itself, with Coroot's Go. Throws when Go's module proxy or a C compiler
 * cannot be had, and when the restated types are not Coroot's.
 */
export function buildCorootOracle(): string {
  const binary = built('oracle-coroot');
  mkdirSync(dirname(binary), { recursive: true });
  const withCoroot = ['-modfile=coroot.mod', '-tags=coroot'];
  go(corootGo, ['test', ...withCoroot, '.']);
  go(corootGo, ['build', ...withCoroot, '-o', binary, '.']);
  return binary;
}

/** Starts an oracle that was built. */
export function startOracle(binary: string): Program {
  return new Program(binary, []);
}

/** Starts our engine, as that Go, in a process of its own. */
export function startSubject(version: GoVersion): Program {
  return new Program(process.execPath, [`${here}start.mjs`, 'subject', version]);
}

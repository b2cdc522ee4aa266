/** The two programs as child processes that answer requests line by line. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Interface, createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Request } from './subject';

/** An answer on the wire: bytes are base64; `fault` says why there is none. */
export interface WireAnswer {
  readonly output: string;
  readonly body?: string;
  readonly error: string | null;
  /** The error's bytes, when they are not UTF-8. */
  readonly errorBase64?: string;
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

/**
 * Builds the oracle with the installed Go. Throws when there is no Go or it does not compile. The two build modes put the
 * program's code at different addresses; the first keeps the heap where it has been in every Go before 1.26.
 */
export function buildOracle(mode: 'exe' | 'pie' = 'exe'): string {
  const binary = fileURLToPath(new URL(`../../node_modules/.cache/conformance/oracle-${mode}`, import.meta.url));
  mkdirSync(dirname(binary), { recursive: true });
  const env = { ...process.env, GOEXPERIMENT: mode === 'exe' ? 'norandomizedheapbase64' : '' };
  execFileSync('go', ['build', `-buildmode=${mode}`, '-o', binary, '.'], {
    cwd: `${here}oracle`,
    stdio: 'inherit',
    env,
  });
  return binary;
}

/** Starts an oracle that `buildOracle` made. */
export function startOracle(binary: string): Program {
  return new Program(binary, []);
}

/** Starts our engine in a process of its own. */
export function startSubject(): Program {
  return new Program(process.execPath, [`${here}start.mjs`, 'subject']);
}

/** Runs commands in the system's shell. */
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/** What a command handed to curl. */
export interface Handed {
  readonly args: readonly string[];
  readonly input: Buffer;
}

/**
 * Runs a command with a `curl` that prints the number of its arguments, each of them and its input. Throws an Error
 * when it fails.
 */
export function handedToCurl(command: string): Handed {
  const script = `curl() { printf '%s\\0' "$#" "$@"; cat; }\n${command}\n`;
  const { stdout, stderr, status } = spawnSync('sh', ['-s'], { input: script, maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0 || stderr.length > 0) throw new Error(`status ${String(status)}: ${stderr.toString()}`);
  let rest = stdout;
  const next = (): string => {
    const at = rest.indexOf(0);
    const word = rest.subarray(0, at).toString();
    rest = rest.subarray(at + 1);
    return word;
  };
  const count = Number(next());
  return { args: Array.from({ length: count }, next), input: rest };
}

/** Runs a command, without proxies and configuration of curl. Resolves to what it prints; rejects when it fails. */
export function printed(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = spawn('sh', ['-s'], { env: { PATH: process.env['PATH'], HOME: tmpdir(), CURL_HOME: '/nowhere' } });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    shell.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    shell.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    shell.on('error', reject);
    shell.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString());
      else reject(new Error(`status ${String(code)}: ${Buffer.concat(complaints).toString()}`));
    });
    shell.stdin.end(`${command}\n`);
  });
}

/** Whether this computer has curl. */
export const hasCurl = spawnSync('curl', ['--version']).status === 0;

// Starts cli.ts: Vite compiles it on the way, so the command runs the sources the page is built from.
import { createReadStream, fstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(fileURLToPath(new URL('./cli.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  root,
});

// npm runs scripts in the package's folder; paths are meant from where the person is.
const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
const here = /^(?:render|check)$/.test(script) && caller !== undefined ? caller : process.cwd();

/**
 * How much a template or a payload may be, in bytes: far more than Coroot could ever use, and an end for `/dev/zero`.
 */
const limit = 8 * 1024 * 1024;

/** Node's codes for what goes wrong with files, in words. */
const words = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  ENOSPC: 'there is no space left',
};
const inWords = (error) => new Error(words[error.code] ?? error.message);

async function readAll(stream) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limit) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw inWords(error);
  }
  if (size > limit) throw new Error(`it is longer than ${limit / 1024 / 1024} MB`);
  return Buffer.concat(chunks);
}

function open(path) {
  return path === '-' ? openInput() : createReadStream(resolve(here, path));
}

/** A file piece by piece, with what goes wrong in words. */
async function* pieces(path) {
  try {
    yield* open(path);
  } catch (error) {
    throw inWords(error);
  }
}

/** Standard input. A folder there is told at once: Node would read it as if it were empty. */
function openInput() {
  if (fstatSync(0).isDirectory()) throw new Error(words.EISDIR);
  return process.stdin;
}

/** What could not be written, besides what nobody was there to read. */
let failed = null;
let last = Promise.resolve();
/** Writes; resolves to whether it was written. What went wrong is told at the end. */
function write(stream, data) {
  const done = new Promise((resolve) =>
    stream.write(data, (error) => {
      // Whoever closed the output, as `head` does, has what it wanted.
      if (error && error.code !== 'EPIPE') failed ??= error;
      resolve(!error);
    }),
  );
  last = Promise.all([last, done]).then(() => undefined);
  return done;
}
// Each failed write also is an event, which would end the program with a stack trace.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const code = await module.main(process.argv.slice(2), {
  read: async (path) => readAll(open(path)),
  stream: pieces,
  stdout: (bytes) => write(process.stdout, bytes),
  stderr: (text) => write(process.stderr, text),
});
await last;
if (failed !== null) process.stderr.write(`cannot write the output: ${inWords(failed).message}\n`);
process.exitCode = failed === null ? code : 2;

/**
 * The command line, with the same code as the page: `npm run render -- --help` and `npm run check -- --help`.
 */
import { CommandError, type CommandIo, check, render } from './command-line';

/**
 * Runs a command with its arguments, without the program's name, and gives the exit code. The first argument is the
 * command; where it is none, the command is render.
 */
export async function main(args: readonly string[], io: CommandIo): Promise<number> {
  const [first, ...rest] = args;
  try {
    if (first === 'check') return await check(rest, io);
    return await render(first === 'render' ? rest : args, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.stderr(`${error.message}\n`);
    return 2;
  }
}

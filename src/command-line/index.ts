/** The commands: each takes its arguments without the program's name, and what it touches of the world. */
export { check } from './check';
export { CommandError, type CommandIo } from './command';
export { render } from './render';

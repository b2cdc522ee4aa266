/**
 * How Go code fails: an `error` that a function returns, and a panic. The lowest floor: all of the engine may throw
 * these.
 */

/** An error returned by a function or method: what Go code returns as its `error` result. */
export class GoError extends Error {
  constructor(
    message: string,
    readonly code = 'function-error',
  ) {
    super(message);
    this.name = 'GoError';
  }
}

/** A Go panic on its way up. `source` tells a runtime error from a value given to `panic`. */
export class GoPanic extends Error {
  constructor(
    message: string,
    readonly source: 'runtime' | 'error' | 'value',
  ) {
    super(message);
    this.name = 'GoPanic';
  }
}

/** The panic of following a nil pointer, or of calling a method of a nil interface. */
export function nilPointerPanic(): GoPanic {
  return new GoPanic('invalid memory address or nil pointer dereference', 'runtime');
}

/** A panic as it prints when recovered. */
export function panicText(panic: GoPanic): string {
  return panic.source === 'runtime' ? `runtime error: ${panic.message}` : panic.message;
}

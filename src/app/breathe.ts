/** Lets the browser do what waits: input first. */
export function letThePageBreathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

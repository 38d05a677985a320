/** The text of a bundle that a page starts as a worker; `scripts/build/worker.mjs` makes it. */
declare module 'worker:*' {
  const code: string;
  export default code;
}

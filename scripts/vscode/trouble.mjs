// Errors that the person at the keyboard can do something about are told in words; all others keep their stack.

/** Something outside the project is missing or in the way. Its message says what to do. */
export class Trouble extends Error {}

/**
 * Runs a script's main function and turns what it throws into output and an exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
